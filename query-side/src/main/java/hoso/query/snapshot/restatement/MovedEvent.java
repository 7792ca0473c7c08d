package hoso.query.snapshot.restatement;

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
        long difference) {}
