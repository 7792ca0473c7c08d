package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.query.feed.LoggedEvent;
import hoso.query.snapshot.Cause;
import java.time.Instant;

/**
 * An event that moved a figure.
 *
 * @param type as {@code hoso.dossier.resolved.v1}
 * @param difference by how much
 */
record MovedEvent(
        long position,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String publisher,
        String source,
        String id,
        Cause cause,
        long difference) {

    static MovedEvent of(LoggedEvent logged, AcceptedEvent event, Cause cause, long difference) {
        return new MovedEvent(
                logged.position(),
                event.statement().type(),
                event.occurredAt(),
                logged.recordedAt(),
                event.publisher(),
                event.key().source(),
                event.key().id(),
                cause,
                difference);
    }
}
