package hoso.query.snapshot.restatement;

import java.util.Optional;

/**
 * Which dossiers are listed beside the figures that they moved.
 *
 * @param group of which the figures have their dossiers listed; empty for the total
 * @param cell the one figure that is told; empty for all
 * @param limit of dossiers a figure
 * @param after only dossiers whose ids come after it
 */
record Listing(String group, Optional<String> cell, int limit, String after) {

    /** No dossiers, of one figure of the total. */
    static Listing none(String cell) {
        return new Listing(CellKey.TOTAL, Optional.of(cell), 0, "");
    }

    boolean tells(CellKey key) {
        return cell.map(key.cell().name()::equals).orElse(true);
    }

    boolean lists(CellKey key) {
        return limit > 0 && key.group().equals(group);
    }
}
