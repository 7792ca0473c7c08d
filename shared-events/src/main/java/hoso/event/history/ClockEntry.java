package hoso.event.history;

import hoso.event.ClockFact;
import hoso.event.Ruling;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A clock fact in its place, with the ruling last recorded for it.
 *
 * @param sequence the place of its event among the events of the dossier: the older event first among equal times
 * @param brought whether it is the pause that the resume of the same event brought with itself
 */
public record ClockEntry(int sequence, boolean brought, Instant at, ClockFact fact, Ruling ruling) {

    /** Clock facts are ordered by the time they happened, ties by position; a brought pause stands before its resume. */
    public static final Comparator<ClockEntry> ORDER = Comparator.comparing(ClockEntry::at)
            .thenComparingInt(ClockEntry::sequence)
            .thenComparing(ClockEntry::brought, Comparator.reverseOrder());

    /** Whether the clock goes otherwise with another fact of the same type in place of this one, at the same time. */
    public boolean goesOtherwiseBy(ClockFact other) {
        return switch (fact) {
            case ClockFact.Received old -> {
                var received = (ClockFact.Received) other;
                yield !old.procedure().equals(received.procedure()) || !Objects.equals(old.dueAt(), received.dueAt());
            }
            case ClockFact.Resume old -> !Objects.equals(old.since(), ((ClockFact.Resume) other).since());
            case ClockFact.DueDateExtended old -> !old.equals(other);
            case ClockFact.Pause old -> false;
            case ClockFact.Closing old -> false;
        };
    }

    public ClockEntry ruled(Ruling ruling) {
        return new ClockEntry(sequence, brought, at, fact, ruling);
    }
}
