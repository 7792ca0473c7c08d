package hoso.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.token.TokenReader.Read;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
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
    private final Cache<ByteBuffer, Read> known;

    CallerTokens(TokenReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(TOKENS_MAX)
                .expireAfter(Expiry.<ByteBuffer, Read>creating((_, read) -> left(read)))
                .build();
    }

    /** @throws Problem {@code unauthorized}, or {@code unavailable} where the issuer's keys cannot be had */
    public Caller callerOf(String token) {
        return read(token).caller();
    }

    /**
     * Who holds a token, and until when.
     *
     * @param ends when what it gives ends
     */
    public record Holder(Caller caller, Instant ends) {}

    /** Throws as {@link #callerOf} does. */
    public Holder holderOf(String token) {
        TokenReader.Read read = read(token);
        return new Holder(read.caller(), read.expires());
    }

    private Read read(String token) {
        var key = digest(token);
        var read = known.getIfPresent(key);
        if (read == null || !clock.instant().isBefore(read.expires())) {
            // an expired one is refused here, by name of the reason
            read = reader.read(token);
            known.put(key, read);
        }
        return read;
    }

    long remembered() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private Duration left(Read read) {
        return Duration.between(clock.instant(), read.expires());
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
