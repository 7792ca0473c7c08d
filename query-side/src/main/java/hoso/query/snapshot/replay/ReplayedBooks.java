package hoso.query.snapshot.replay;

import hoso.query.books.BookReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers as the books do, of one subtree at one position, for the instants that its replay was made for. */
final class ReplayedBooks implements BookReader {

    private final String root;
    private final Set<String> units;
    private final CutSums sums;

    /**
     * @param root the unit under which the sums of all are answered where they were not kept by key
     * @param units whose contributions were added up
     */
    ReplayedBooks(String root, Set<String> units, CutSums sums) {
        this.root = root;
        this.units = units;
        this.sums = sums;
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        if (!units.equals(this.units)) throw new IllegalArgumentException("the replay is of other units");
        Map<String, long[][]> keyed = sums.before(dimension, cuts);
        if (keyed != null) return keyed;
        long[][] total = dimension == Dimension.OWNING_UNIT ? sums.totalBefore(cuts) : null;
        if (total == null) throw new IllegalArgumentException("the replay has no sums by " + dimension + " at " + cuts);
        return Map.of(root, total);
    }
}
