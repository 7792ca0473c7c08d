package hoso.query.snapshot.restatement;

import hoso.query.report.figure.Cell;
import java.util.Comparator;

/**
 * One figure of a report.
 *
 * @param group the key of its group; empty for the total
 */
record CellKey(String group, Cell cell) implements Comparable<CellKey> {

    static final String TOTAL = "";

    /** The total first, then groups by their keys; within each in the order of a report. */
    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::group)
            .thenComparingInt(key -> key.cell().index());

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
