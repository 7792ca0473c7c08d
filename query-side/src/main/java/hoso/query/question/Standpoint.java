package hoso.query.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From where an answer looks at the ledger.
 *
 * @param position as of which it was published
 * @param recordedAt when that position was recorded; null for position 0, before everything
 * @param now the moment of asking
 */
public record Standpoint(long position, @Nullable Instant recordedAt, Instant now) {}
