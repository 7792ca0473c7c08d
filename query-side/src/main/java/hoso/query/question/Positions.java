package hoso.query.question;

import java.time.Duration;
import java.time.Instant;

/** The one global order of events: how far it reaches, how far the read side has come, and when positions were recorded. */
public interface Positions {

    /** The newest position of the store. */
    long head();

    /** The newest position that the books hold. */
    long projected();

    /** Says that somebody waits for the newest events to come into the books. */
    default void hurry() {}

    /** When a position from 1 to the head was recorded. */
    Instant recordedAt(long position);

    /** For how many seconds the oldest event that the read side lacks has been in the store. */
    default double lagSeconds(long projected, long head, Instant now) {
        if (projected >= head) return 0;
        Duration lag = Duration.between(recordedAt(projected + 1), now);
        return Math.max(0, lag.toMillis() / (double) Duration.ofSeconds(1).toMillis());
    }

    /** The last position recorded at or before an instant; 0 where none was. */
    long lastRecordedBy(Instant instant);
}
