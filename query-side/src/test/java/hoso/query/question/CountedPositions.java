package hoso.query.question;

import java.time.Instant;

/** An order of events in which position n was recorded n minutes after a beginning, and a read side moved by hand. */
public final class CountedPositions implements Positions {

    public static final Instant BEGINNING = Instant.parse("2026-11-01T00:00:00Z");

    private final long head;
    private volatile long projected;

    public CountedPositions(long head, long projected) {
        this.head = head;
        this.projected = projected;
    }

    public void project(long position) {
        projected = position;
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long projected() {
        return projected;
    }

    @Override
    public Instant recordedAt(long position) {
        return BEGINNING.plusSeconds(60 * position);
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        return Math.clamp(Math.floorDiv(instant.getEpochSecond() - BEGINNING.getEpochSecond(), 60), 0, head);
    }
}
