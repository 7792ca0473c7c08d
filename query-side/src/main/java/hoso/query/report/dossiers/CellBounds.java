package hoso.query.report.dossiers;

import hoso.query.books.Bounds;
import hoso.query.report.Cuts;
import java.time.Instant;

/** What can be said beforehand of all dossiers behind a cell, so that not every dossier is looked at. */
final class CellBounds {

    private CellBounds() {}

    /** The bounds that the formula of a cell implies. */
    static Bounds of(String cell, Cuts cuts) {
        Instant start = cuts.start();
        Instant end = cuts.end();
        // a payment or notice may have been corrected to a time outside its dossier's life
        if (cell.startsWith("amounts.")) return Bounds.NONE;
        if (cell.startsWith("pending.")) return new Bounds(null, end, end, null);
        if (cell.startsWith("resolved.") || cell.endsWith(".resolved")) return new Bounds(null, end, start, end);
        if (cell.equals("received.carriedOver")) return new Bounds(null, start, start, null);
        if (cell.equals("received.total") || cell.endsWith(".inScope")) return new Bounds(null, end, start, null);
        return new Bounds(start, end, null, null);
    }
}
