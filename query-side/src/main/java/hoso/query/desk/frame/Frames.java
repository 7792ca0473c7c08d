package hoso.query.desk.frame;

import hoso.edge.Caller;
import hoso.edge.guard.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the frame of a request, and gives it to the controllers of pages. */
public final class Frames implements HandlerMethodArgumentResolver {

    /** How htmx marks what it asks for. */
    private static final String PART = "HX-Request";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Frame resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class));
    }

    public static Frame of(@Nullable HttpServletRequest request) {
        if (request == null) throw new IllegalStateException("a page is asked for outside of HTTP");
        Caller caller = CallerAuthentication.current().orElse(null);
        return new Frame(
                Language.of(DeskCookie.value(request, LanguageController.COOKIE).orElse(null)),
                caller,
                caller == null ? "" : csrf(request),
                request.getMethod().equals("GET") ? address(request) : "",
                request.getHeader(PART) != null);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** The address that a request asks for, with its question. */
    public static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
