package hoso.query.desk.entrance;

import hoso.edge.guard.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells by the cookie of a request who is signed in. */
final class SessionFilter extends OncePerRequestFilter {

    private final DeskSessions sessions;

    SessionFilter(DeskSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.of(request)
                .ifPresent(session -> SecurityContextHolder.setContext(
                        new SecurityContextImpl(new CallerAuthentication(session.caller(), session.ends()))));
        chain.doFilter(request, response);
    }

    /** A page that is sent piece by piece is dispatched once more: by the same session. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
