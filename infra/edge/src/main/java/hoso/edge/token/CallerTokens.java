package hoso.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import hoso.edge.Caller;
import hoso.edge.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The callers behind tokens, remembered until the tokens expire. A token that was refused is not remembered: to check it
 * again costs less than a cache that anybody can fill.
 */
public final class CallerTokens {

    /** As many as the contract allows; by digest, so that neither long tokens fill the memory nor a dump shows them. */
    private static final int TOKENS_MAX = 10_000;

    private final TokenReader reader;
    private final InstantSource clock;
    private final Cache<ByteBuffer, Holder> known;

    CallerTokens(TokenReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(TOKENS_MAX)
                .expireAfter(Expiry.<ByteBuffer, Holder>creating((_, holder) -> left(holder)))
                .build();
    }

    /** @throws Problem {@code unauthorized}, or {@code unavailable} where the issuer's keys cannot be had */
    public Caller callerOf(String token) {
        return holderOf(token).caller();
    }

    /** Throws as {@link #callerOf} does. */
    public Holder holderOf(String token) {
        var key = digest(token);
        var holder = known.getIfPresent(key);
        if (holder == null || !clock.instant().isBefore(holder.ends())) {
            // an expired one is refused here, by name of the reason
            holder = reader.read(token);
            known.put(key, holder);
        }
        return holder;
    }

    long remembered() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private Duration left(Holder holder) {
        return Duration.between(clock.instant(), holder.ends());
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
