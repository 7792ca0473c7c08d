package hoso.edge.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: answers what filters and controllers threw, and replaces whatever else they answered with a
 * status of 400 or more but without a document, such as an actuator endpoint does.
 */
public final class ProblemFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var watched = new WatchedResponse(response);
        try {
            chain.doFilter(request, watched);
            if (watched.failedWithoutDocument() && !request.isAsyncStarted() && !response.isCommitted()) {
                var code = ProblemCode.ofStatus(response.getStatus());
                answer(new Answer(Problem.of(code, code.title())), request, response);
            }
        } catch (ServletException | IOException | RuntimeException | Error thrown) {
            if (!answered(thrown, request, response)) {
                throw thrown;
            }
        }
    }

    /**
     * Answers what was thrown.
     *
     * @return false where an answer is under way already: it can only be broken off
     */
    public static boolean answered(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
            // reading the body failed: the container has closed the response to us and asks the valve to answer
            request.setAttribute(ProblemValve.ANSWER, Answers.to(thrown));
            return true;
        }
        if (response.isCommitted()) {
            return false;
        }
        answer(Answers.to(thrown), request, response);
        return true;
    }

    private static void answer(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        answer.write(request, response);
    }
}
