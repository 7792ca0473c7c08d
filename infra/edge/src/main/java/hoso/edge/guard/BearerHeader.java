package hoso.edge.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Finds the token in the header {@code Authorization} (RFC 6750, 2.1). Spring's own resolver matches it against a pattern,
 * which for a token of 700 characters cost a tenth of what taking in an event costs.
 */
final class BearerHeader implements BearerTokenResolver {

    private static final String SCHEME = "Bearer";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !isBearer(header)) {
            return null;
        }
        if (!hasToken(header)) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("Bearer token is malformed"));
        }
        return token(header);
    }

    /** The token of a header as it should be; null where there is none, or none that can be read. */
    static @Nullable String readable(@Nullable String header) {
        return header != null && isBearer(header) && hasToken(header) ? token(header) : null;
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static String token(String header) {
        return header.substring(SCHEME.length() + 1);
    }

    /** A space, then one character of the alphabet or more, then as many equals signs as there are. */
    private static boolean hasToken(String header) {
        var start = SCHEME.length() + 1;
        if (header.length() <= start || header.charAt(start - 1) != ' ') {
            return false;
        }
        var end = header.length();
        while (end > start && header.charAt(end - 1) == '=') {
            end--;
        }
        for (var at = start; at < end; at++) {
            if (!inAlphabet(header.charAt(at))) {
                return false;
            }
        }
        return end > start;
    }

    private static boolean inAlphabet(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-._~+/".indexOf(character) >= 0;
    }
}
