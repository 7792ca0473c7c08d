package hoso.query.desk.entrance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.edge.Caller;
import hoso.edge.token.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/** Links that sign somebody in, each once: for who has the machine in hand, and could read its tokens as well. */
public final class DeskLinks {

    /** What the link has in it. */
    public static final String CODE = "ma";

    /** Long enough for the demo to be loaded; another one costs a command. */
    private static final Duration LIFE = Duration.ofHours(1);

    /** More are printed by nobody; the oldest goes. */
    private static final int LINKS_MAX = 100;

    private final Cache<String, Holder> links =
            Caffeine.newBuilder().maximumSize(LINKS_MAX).expireAfterWrite(LIFE).build();
    private final StringKeyGenerator secrets = DeskSessions.secrets();

    /** The address, below that of the server, of a link that signs somebody in for as long as a session lasts. */
    public String issue(Caller caller) {
        return issue(caller, Instant.MAX);
    }

    /**
     * Likewise where the session does not outlast what the caller's rights come from.
     *
     * @param ends when that ends
     */
    public String issue(Caller caller, Instant ends) {
        String code = secrets.generateKey();
        links.put(code, new Holder(caller, ends));
        return "/vao?" + CODE + "=" + code;
    }

    /** Whom a code signs in; nobody a second time. */
    Optional<Holder> take(String code) {
        return Optional.ofNullable(links.asMap().remove(code));
    }
}
