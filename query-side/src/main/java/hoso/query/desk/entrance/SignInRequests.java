package hoso.query.desk.entrance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.query.desk.frame.DeskCookie;
import hoso.query.desk.frame.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * The sign-ins under way: what was asked of the issuer, for the very browser that asked. The cookie is sent along from the
 * issuer's page too ({@code SameSite=Lax}), and is worth nothing but the way back.
 */
final class SignInRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The parameter, and afterwards the attribute, of where to go once signed in. */
    static final String BACK = "ve";

    private static final String COOKIE = "hoso-desk-vao";

    /** Who takes longer begins again. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Anybody can begin one: the oldest goes. */
    private static final int REQUESTS_MAX = 10_000;

    private final Cache<String, UnderWay> underWay = Caffeine.newBuilder()
            .maximumSize(REQUESTS_MAX)
            .expireAfterWrite(LIFE)
            .build();
    private final DeskCookie cookie;
    private final StringKeyGenerator secrets = DeskSessions.secrets();

    /** @param behindTls whether people speak TLS to whatever stands before this server */
    SignInRequests(boolean behindTls) {
        this.cookie = new DeskCookie(COOKIE, "/vao", "Lax", LIFE, behindTls);
    }

    private record UnderWay(OAuth2AuthorizationRequest asked, String back) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(UnderWay::asked).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) return;
        String id = secrets.generateKey();
        underWay.put(
                id,
                new UnderWay(
                        asked,
                        LocalAddress.of(
                                Optional.ofNullable(request.getParameter(BACK)).orElse("/"))));
        cookie.set(id, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<UnderWay> found = find(request);
        cookie.value(request).ifPresent(underWay::invalidate);
        cookie.clear(request, response);
        found.ifPresent(known -> request.setAttribute(BACK, known.back()));
        return found.map(UnderWay::asked).orElse(null);
    }

    private Optional<UnderWay> find(HttpServletRequest request) {
        return cookie.value(request)
                .map(underWay::getIfPresent)
                .filter(known -> String.valueOf(known.asked().getState()).equals(request.getParameter("state")));
    }
}
