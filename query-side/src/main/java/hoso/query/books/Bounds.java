package hoso.query.books;

import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between which instants dossiers were received and closed, and what else they have in common. A null bound bounds
 * nothing.
 *
 * @param receivedFrom received at or after it
 * @param receivedBefore received before it
 * @param notClosedBefore open, or closed at or after it
 * @param closedBefore closed before it
 * @param traits told by the rows alone: dossiers that an event has changed since the position asked are not held to them
 */
public record Bounds(
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        @Nullable Instant notClosedBefore,
        @Nullable Instant closedBefore,
        List<Trait> traits) {

    public static final Bounds NONE = new Bounds(null, null, null, null);

    public Bounds {
        traits = List.copyOf(traits);
    }

    public Bounds(
            @Nullable Instant receivedFrom,
            @Nullable Instant receivedBefore,
            @Nullable Instant notClosedBefore,
            @Nullable Instant closedBefore) {
        this(receivedFrom, receivedBefore, notClosedBefore, closedBefore, List.of());
    }

    /** These bounds, and one thing more in common. */
    public Bounds and(Trait trait) {
        var more = new ArrayList<>(traits);
        more.add(trait);
        return new Bounds(receivedFrom, receivedBefore, notClosedBefore, closedBefore, more);
    }

    boolean admit(DossierHistory dossier) {
        Instant received = dossier.receivedAt();
        Instant closed = dossier.closing().map(ClockEntry::at).orElse(null);
        return (receivedFrom == null || !received.isBefore(receivedFrom))
                && (receivedBefore == null || received.isBefore(receivedBefore))
                && (notClosedBefore == null || closed == null || !closed.isBefore(notClosedBefore))
                && (closedBefore == null || (closed != null && closed.isBefore(closedBefore)));
    }
}
