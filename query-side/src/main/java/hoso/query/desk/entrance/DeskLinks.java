package hoso.query.desk.entrance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.edge.Caller;
import java.time.Duration;
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

    private final Cache<String, Caller> links =
            Caffeine.newBuilder().maximumSize(LINKS_MAX).expireAfterWrite(LIFE).build();
    private final StringKeyGenerator secrets = DeskSessions.secrets();

    /** The address, below that of the server, of a link that signs somebody in. */
    public String issue(Caller caller) {
        String code = secrets.generateKey();
        links.put(code, caller);
        return "/vao?" + CODE + "=" + code;
    }

    /** Whom a code signs in; nobody a second time. */
    Optional<Caller> take(String code) {
        return Optional.ofNullable(links.asMap().remove(code));
    }
}
