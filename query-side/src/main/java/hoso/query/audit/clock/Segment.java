package hoso.query.audit.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span {@code [from, to)} in which nothing changed that the clock or the reader cares for.
 *
 * @param holiday of a {@link Kind#HOLIDAY} what it is called; else null
 * @param holder the agency that had the dossier
 * @param work the working time in it, by the calendar: counted or not says its kind
 */
public record Segment(
        Instant from, Instant to, Kind kind, @Nullable String holiday, String holder, Duration work) {

    /** Why working time counts in a span, or why there is none. */
    public enum Kind {
        /** Working time by the due instant. */
        COUNTED,
        /** Working time after it: what the dossier is late by. */
        OVERRUN,
        /** In a pause that counts: the clock stands, day and night. */
        PAUSED,
        /** Between two working spans of a day. */
        BREAK,
        /** Before the first and after the last working span of a working day. */
        NIGHT,
        WEEKEND,
        HOLIDAY
    }

    public Segment {
        if (!from.isBefore(to)) throw new IllegalArgumentException("segment from " + from + " not before " + to);
    }

    /** Whether another one says nothing new. */
    boolean goesOn(Segment next) {
        return to.equals(next.from)
                && kind == next.kind
                && holder.equals(next.holder)
                && (holiday == null ? next.holiday == null : holiday.equals(next.holiday));
    }

    Segment with(Segment next) {
        return new Segment(from, next.to, kind, holiday, holder, work.plus(next.work));
    }
}
