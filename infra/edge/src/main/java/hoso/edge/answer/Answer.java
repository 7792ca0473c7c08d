package hoso.edge.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem as it goes over the wire.
 *
 * @param headers those that HTTP asks for beside the document, as {@code Allow} with a 405
 */
record Answer(Problem problem, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A detail may name what was sent; it is cut where it would only repeat an oversized input. */
    private static final int DETAIL_LENGTH_MAX = 500;

    /** What a handler may have said about the answer that is not to be. */
    private static final List<String> HEADERS_OF_A_BODY =
            List.of("Content-Disposition", "Content-Encoding", "Content-Language", "ETag", "Last-Modified");

    private static final JsonMapper JSON = JsonMapper.shared();

    Answer(Problem problem) {
        this(problem, Map.of());
    }

    /** Writes status, headers and document into a response of which nothing was sent yet. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = body();
        head(request, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    void head(HttpServletRequest request, HttpServletResponse response) {
        HEADERS_OF_A_BODY.forEach(name -> response.setHeader(name, null));
        response.setStatus(problem.code().status());
        response.setContentType(MEDIA_TYPE);
        // what is refused before the security chain has these from here alone
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        if (problem.code() == ProblemCode.UNAUTHORIZED) {
            // RFC 6750, 3: no error code where no token was sent
            var sent = request.getHeader("Authorization") != null;
            response.setHeader("WWW-Authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        headers.forEach(response::setHeader);
    }

    byte[] body() {
        var code = problem.code();
        var document = JSON.createObjectNode()
                .put("type", code.type())
                .put("title", code.title())
                .put("status", code.status())
                .put("detail", shortened(problem.detail()))
                .put("code", code.code());
        problem.facts().forEach((name, fact) -> putFact(document, name, fact));
        // by way of a string, since an unpaired surrogate, sent by the caller, then becomes a question mark
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void putFact(ObjectNode document, String name, Object fact) {
        if (!document.has(name)) {
            document.set(name, JSON.valueToTree(fact));
        }
    }

    private static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH_MAX ? detail : detail.substring(0, DETAIL_LENGTH_MAX) + "…";
    }
}
