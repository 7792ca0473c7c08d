package hoso.edge.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what a controller threw, before any resolver of Spring's does. It writes the document itself: by a message
 * converter the answer would depend on what the client accepts.
 */
public final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        try {
            return ProblemFilter.answered(thrown, request, response) ? new ModelAndView() : null;
        } catch (IOException _) {
            // the client has gone; there is nobody to tell
            return new ModelAndView();
        }
    }

    /** Who keeps a record of what was refused comes before it, and who answers people with pages. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }
}
