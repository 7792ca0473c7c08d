package hoso.edge.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an OpenID Connect issuer, fetched when a token of it first comes and again when they grow old or lack the
 * one asked for. An issuer that does not answer leaves the old ones in force.
 */
final class ExternalKeys implements JWKSource<SecurityContext> {

    /** A key that its issuer withdrew is taken for so long at most, while the issuer answers. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Not oftener than this: tokens with made-up key ids must not turn us against the issuer. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

    private static final int TIMEOUT_MS = 5_000;
    private static final int SIZE_BYTES_MAX = 1 << 20;

    private final URI issuer;
    private final @Nullable URI keys;
    private final DefaultResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, SIZE_BYTES_MAX);
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Fetched last;

    private final LongSupplier nanos;

    /**
     * @param keys absent: the issuer's discovery document is asked for it
     * @param nanos a monotonic clock
     */
    ExternalKeys(URI issuer, @Nullable URI keys, LongSupplier nanos) {
        this.issuer = issuer;
        this.keys = keys;
        this.nanos = nanos;
    }

    /** The keys last fetched, where any were, and the monotonic instant of the last try. */
    private record Fetched(@Nullable JWKSet keys, long triedNanos) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var known = last;
        var found = found(selector, known);
        if (known == null || olderThan(FRESH, known) || (found.isEmpty() && olderThan(BETWEEN_FETCHES, known))) {
            fetch(known);
            known = last;
            found = found(selector, known);
        }
        if (known == null || known.keys() == null) {
            throw new KeySourceException("no keys of " + issuer + " could be fetched yet");
        }
        return found;
    }

    private boolean olderThan(Duration age, Fetched fetched) {
        return nanos.getAsLong() - fetched.triedNanos() > age.toNanos();
    }

    private static List<JWK> found(JWKSelector selector, @Nullable Fetched known) {
        return known == null || known.keys() == null ? List.of() : selector.select(known.keys());
    }

    /** One fetches; who comes meanwhile goes on with the old keys, or waits where there are none. */
    @SuppressWarnings("ReferenceEquality") // that very try, not one like it
    private void fetch(@Nullable Fetched seen) {
        if (seen == null || seen.keys() == null) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return;
        }
        try {
            if (last == seen) {
                last = new Fetched(fetchedOr(seen == null ? null : seen.keys()), nanos.getAsLong());
            }
        } finally {
            fetching.unlock();
        }
    }

    private @Nullable JWKSet fetchedOr(@Nullable JWKSet old) {
        try {
            var address = keys != null ? keys : discovered();
            return JWKSet.parse(web.retrieveResource(address.toURL()).getContent());
        } catch (IOException | ParseException | IllegalArgumentException _) {
            return old;
        }
    }

    /** OpenID Connect Discovery 1.0, 4. */
    private URI discovered() throws IOException, ParseException {
        var base = issuer.toString().replaceAll("/$", "");
        var document = web.retrieveResource(
                URI.create(base + "/.well-known/openid-configuration").toURL());
        var found = JSONObjectUtils.getURI(JSONObjectUtils.parse(document.getContent()), "jwks_uri");
        if (found == null) {
            throw new IOException("the discovery document of " + issuer + " names no jwks_uri");
        }
        return found;
    }
}
