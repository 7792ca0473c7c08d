package hoso.query.question;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From where an answer looks at the ledger.
 *
 * @param position as of which it was published
 * @param recordedAt when that position was recorded; null for position 0, before everything
 * @param now the moment of asking
 * @param origins the position of each origin that it covers; empty where there is one store alone
 */
public record Standpoint(long position, @Nullable Instant recordedAt, Instant now, Map<String, Long> origins) {

    public Standpoint {
        origins = Map.copyOf(origins);
    }

    /** Beside one store. */
    public Standpoint(long position, @Nullable Instant recordedAt, Instant now) {
        this(position, recordedAt, now, Map.of());
    }
}
