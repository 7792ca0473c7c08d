package hoso.query.desk.entrance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.edge.Caller;
import hoso.query.desk.frame.DeskCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/**
 * Who is signed in, in memory: a server that starts anew asks people to sign in again. The cookie holds an id of 256 random
 * bits and nothing else; no script sees it, and no other site makes a browser send it.
 */
public final class DeskSessions {

    static final String COOKIE = "hoso-desk";

    /** A day at work. */
    private static final Duration LIFE = Duration.ofHours(12);

    /** Each takes some hundred bytes; whoever is pushed out signs in again. */
    private static final int SESSIONS_MAX = 10_000;

    private final Cache<String, DeskSession> sessions = Caffeine.newBuilder()
            .maximumSize(SESSIONS_MAX)
            .expireAfterWrite(LIFE)
            .build();
    private final StringKeyGenerator secrets = secrets();
    private final InstantSource clock;
    private final DeskCookie cookie;

    /** @param behindTls whether something in front of this server speaks TLS */
    public DeskSessions(InstantSource clock, boolean behindTls) {
        this.clock = clock;
        this.cookie = new DeskCookie(COOKIE, "/", "Strict", LIFE, behindTls);
    }

    /** Names of 256 random bits, fit for a cookie and an address. */
    static StringKeyGenerator secrets() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding());
    }

    Optional<DeskSession> of(HttpServletRequest request) {
        return cookie.value(request)
                .map(sessions::getIfPresent)
                .filter(session -> clock.instant().isBefore(session.ends()));
    }

    /**
     * Signs somebody in until the end of a day at work, in place of whoever was in the same browser.
     *
     * @param ends when the rights end that it is signed in by
     */
    void open(Caller caller, Instant ends, HttpServletRequest request, HttpServletResponse response) {
        cookie.value(request).ifPresent(sessions::invalidate);
        Instant last = clock.instant().plus(LIFE);
        var session = new DeskSession(
                secrets.generateKey(), caller, secrets.generateKey(), ends.isBefore(last) ? ends : last);
        sessions.put(session.id(), session);
        cookie.set(session.id(), request, response);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        cookie.value(request).ifPresent(sessions::invalidate);
        cookie.clear(request, response);
    }
}
