package hoso.query.report.dossiers;

import hoso.query.report.Cuts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said beforehand of all dossiers behind a figure, so that not every dossier is looked at. A null bound
 * bounds nothing.
 *
 * @param receivedFrom received at or after it
 * @param receivedBefore received before it
 * @param notClosedBefore open, or closed at or after it
 * @param closedBefore closed before it
 */
public record Narrowing(
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        @Nullable Instant notClosedBefore,
        @Nullable Instant closedBefore) {

    /** The bounds that a cell's formula implies. */
    static Narrowing of(String cell, Cuts cuts) {
        Instant start = cuts.start();
        Instant end = cuts.end();
        // a payment or notice may have been corrected to a time outside its dossier's life
        if (cell.startsWith("amounts.")) return new Narrowing(null, null, null, null);
        if (cell.startsWith("pending.")) return new Narrowing(null, end, end, null);
        if (cell.startsWith("resolved.") || cell.endsWith(".resolved")) return new Narrowing(null, end, start, end);
        if (cell.equals("received.carriedOver")) return new Narrowing(null, start, start, null);
        if (cell.equals("received.total") || cell.endsWith(".inScope")) return new Narrowing(null, end, start, null);
        return new Narrowing(start, end, null, null);
    }

    /** Whether a dossier with these instants lies within. */
    public boolean admits(Instant receivedAt, @Nullable Instant closedAt) {
        boolean received = (receivedFrom == null || !receivedAt.isBefore(receivedFrom))
                && (receivedBefore == null || receivedAt.isBefore(receivedBefore));
        boolean stillOpen = notClosedBefore == null || closedAt == null || !closedAt.isBefore(notClosedBefore);
        boolean closed = closedBefore == null || (closedAt != null && closedAt.isBefore(closedBefore));
        return received && stillOpen && closed;
    }
}
