package hoso.query.desk.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of the desk (RFC 6265), which no script sees.
 *
 * @param path below which it is sent
 * @param sameSite {@code Strict}, or {@code Lax} where it must come along from another site's page
 * @param kept how long a browser keeps it
 * @param behindTls whether people speak TLS to whatever stands before this server: then it is sent over TLS alone
 */
public record DeskCookie(String name, String path, String sameSite, Duration kept, boolean behindTls) {

    /** What a request brings; empty where it brings none, or an empty one. */
    public Optional<String> value(HttpServletRequest request) {
        return value(request, name);
    }

    static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public void set(String value, HttpServletRequest request, HttpServletResponse response) {
        add(value, kept, request, response);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .sameSite(sameSite)
                .secure(behindTls || request.isSecure())
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
