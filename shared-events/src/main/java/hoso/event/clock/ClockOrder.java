package hoso.event.clock;

import hoso.event.ClockFact;
import hoso.event.history.ClockEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what among clock facts: one receipt first, pauses and the resumes that fit them alternate, no extension
 * in a pause, one closing, nothing after it.
 */
public final class ClockOrder {

    private ClockOrder() {}

    /** The first of them that may not stand where it does; empty where all may. */
    public static Optional<ClockEntry> firstOutOfPlace(List<ClockEntry> entries) {
        ClockFact.Pause paused = null;
        for (int index = 0; index < entries.size(); index++) {
            ClockFact fact = entries.get(index).fact();
            if (!mayStand(fact, index == 0, index == entries.size() - 1, paused))
                return Optional.of(entries.get(index));
            paused = pausedAfter(fact, paused);
        }
        return Optional.empty();
    }

    /** The pause that these facts lead into, whether or not it counts; null where they lead into none. */
    public static ClockFact.@Nullable Pause pausedBy(List<ClockEntry> entries) {
        ClockFact.Pause paused = null;
        for (ClockEntry entry : entries) paused = pausedAfter(entry.fact(), paused);
        return paused;
    }

    private static boolean mayStand(ClockFact fact, boolean first, boolean last, @Nullable ClockFact paused) {
        return switch (fact) {
            case ClockFact.Received received -> first;
            case ClockFact.Pause pause -> !first && paused == null;
            case ClockFact.Resume resume -> resume.ends().equals(paused);
            case ClockFact.DueDateExtended extended -> !first && paused == null;
            case ClockFact.Closing closing -> !first && last;
        };
    }

    private static ClockFact.@Nullable Pause pausedAfter(ClockFact fact, ClockFact.@Nullable Pause paused) {
        return switch (fact) {
            case ClockFact.Pause pause -> pause;
            case ClockFact.Resume resume -> null;
            default -> paused;
        };
    }
}
