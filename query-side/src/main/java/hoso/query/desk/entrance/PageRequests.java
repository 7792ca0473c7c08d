package hoso.query.desk.entrance;

import hoso.query.desk.frame.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whoever asks for a page with one, also where a filter refuses, and where there is nothing at an address. */
final class PageRequests extends OncePerRequestFilter {

    private final ProblemPages problems;

    PageRequests(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemPages.expect(request);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            // where reading the body failed the container has closed the response to us, and answers itself
            if (response.isCommitted() || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) throw thrown;
            response.resetBuffer();
            problems.write(request, response, thrown);
        }
    }
}
