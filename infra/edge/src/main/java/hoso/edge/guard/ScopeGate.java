package hoso.edge.guard;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Open;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds endpoints to the scopes they need, and keeps those closed that say nothing of it. */
final class ScopeGate implements HandlerInterceptor {

    /** Endpoints of libraries (actuator, OpenAPI) know nothing of us: the paths of {@link Doors} hold for them. */
    private static final String OURS = "hoso.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && endpoint.getBeanType().getName().startsWith(OURS)
                && !isOpen(endpoint)) {
            pass(endpoint);
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod endpoint) {
        return endpoint.hasMethodAnnotation(Open.class)
                || endpoint.getBeanType().isAnnotationPresent(Open.class);
    }

    private static void pass(HandlerMethod endpoint) {
        var needs = Optional.ofNullable(endpoint.getMethodAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(endpoint.getBeanType().getAnnotation(Needs.class)));
        if (needs.isPresent()) {
            CallerAuthentication.required().requireAny(needs.get().value());
        } else if (Arrays.stream(endpoint.getMethodParameters())
                .noneMatch(one -> one.getParameterType() == Caller.class)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "this endpoint names no scope that would open it");
        }
    }
}
