package hoso.query.books;

import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Between which instants dossiers were received and closed. A null bound bounds nothing.
 *
 * @param receivedFrom received at or after it
 * @param receivedBefore received before it
 * @param notClosedBefore open, or closed at or after it
 * @param closedBefore closed before it
 */
public record Bounds(
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        @Nullable Instant notClosedBefore,
        @Nullable Instant closedBefore) {

    public static final Bounds NONE = new Bounds(null, null, null, null);

    boolean admit(DossierHistory dossier) {
        Instant received = dossier.receivedAt();
        Instant closed = dossier.closing().map(ClockEntry::at).orElse(null);
        return (receivedFrom == null || !received.isBefore(receivedFrom))
                && (receivedBefore == null || received.isBefore(receivedBefore))
                && (notClosedBefore == null || closed == null || !closed.isBefore(notClosedBefore))
                && (closedBefore == null || (closed != null && closed.isBefore(closedBefore)));
    }
}
