package hoso.edge.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers for Tomcat itself: requests that it refuses before any application sees them, and bodies whose reading failed.
 * Tomcat makes it by name, so it is public and takes nothing.
 */
public final class ProblemValve extends ErrorReportValve {

    /** The request attribute with the answer of an application that could not give it any more. */
    static final String ANSWER = ProblemValve.class.getName() + ".answer";

    /** Tomcat has no type and no status of its own for it (400 only), but this message. */
    private static final String HEADER_TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (response.getStatus() >= 400 && !request.isAsync()) {
            UnreadBody.drain(request);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var ioAllowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, ioAllowed);
        if (ioAllowed.get()) {
            write(answer(request, response.getStatus(), thrown), request, response);
        }
    }

    private static Answer answer(Request request, int status, @Nullable Throwable thrown) {
        if (request.getAttribute(ANSWER) instanceof Answer answer) {
            return answer;
        }
        if (thrown != null && HEADER_TOO_LARGE.equals(thrown.getMessage())) {
            return new Answer(Problem.of(ProblemCode.TOO_LARGE, "the header of the request is too large"));
        }
        var code = ProblemCode.ofStatus(status);
        if (code == ProblemCode.INTERNAL && thrown != null) {
            return Answers.to(thrown);
        }
        return new Answer(Problem.of(code, detail(code)));
    }

    private static String detail(ProblemCode code) {
        return code == ProblemCode.MALFORMED
                ? "the request cannot be read as HTTP, or its path is not taken"
                : code.title();
    }

    private static void write(Answer answer, Request request, Response response) {
        try {
            answer.head(request, response);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(answer.body(), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException _) {
            // the client has gone; there is nobody to tell
        }
    }
}
