package hoso.query.books;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers the one question every figure is made of: the sums of the lines before some instants. */
public interface BookReader {

    /** What sums are kept apart by. */
    enum Dimension {
        /** The unit that owns the dossier or petition, never one above it. */
        OWNING_UNIT,
        CHANNEL,
        FIELD,
        PROCEDURE
    }

    /**
     * Sums of all lines of the given owning units with an instant before each cut, as of a position.
     *
     * @param position only what was posted at or before it counts; at most the position projected
     * @param units codes of owning units
     * @param cuts 1–8 instants, ascending; days begin at 00:00 of +07:00, other instants are answered exactly too
     * @return by key of the dimension, the row of sums of each cut, indexed by {@code Measure.ordinal()}; keys whose rows
     *     are all 0 may be absent. Petition measures appear under {@code OWNING_UNIT} alone.
     */
    Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts);
}
