package hoso.query.question;

import hoso.edge.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** The one global order of events: how far it reaches, how far the read side has come, and when positions were recorded. */
public interface Positions {

    /** The newest position of the store. */
    long head();

    /** The newest position that the books hold. */
    long projected();

    /**
     * The same, for whoever asks of the books.
     *
     * @throws hoso.edge.Problem {@code unavailable}, while they are made anew
     */
    default long answering() {
        return projected();
    }

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

    /** The position of each origin that a position covers; empty where there is one store alone. */
    default Map<String, Long> origins(long position) {
        return Map.of();
    }

    /**
     * The position, in the order of this side, that has been asked for; empty where there is none yet.
     *
     * @throws hoso.edge.Problem {@code malformed}, where there is no such origin
     */
    default OptionalLong own(MinPosition asked) {
        if (asked.origin() != null) throw Parameters.malformed("minPosition is a number: there is one store alone");
        return OptionalLong.of(asked.position());
    }
}
