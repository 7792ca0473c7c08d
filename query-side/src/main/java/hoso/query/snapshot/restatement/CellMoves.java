package hoso.query.snapshot.restatement;

import hoso.query.snapshot.Cause;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what moved one figure, and keeps the first dossiers of it. */
final class CellMoves {

    private static final class Sum {
        long difference;
        long events;
        final BitSet dossiers = new BitSet();
    }

    private final Map<Cause, Sum> sums = new EnumMap<>(Cause.class);
    private final BitSet dossiers = new BitSet();
    private final TreeMap<String, List<MovedEvent>> first = new TreeMap<>();
    private final List<MovedUnit> units = new ArrayList<>();
    private final Listing listing;
    private final boolean listed;

    /**
     * @param listed whether its dossiers are asked for
     */
    CellMoves(Listing listing, boolean listed) {
        this.listing = listing;
        this.listed = listed;
    }

    /** What lies in no event. */
    void add(Cause cause, long difference) {
        sum(cause).difference += difference;
    }

    void add(MovedUnit unit) {
        Sum sum = sum(Cause.UNIT_MOVED);
        sum.difference += unit.difference();
        if (unit.position() != null) sum.events++;
        units.add(unit);
    }

    /**
     * @param number of the dossier among all that moved any figure
     */
    void add(String dossier, int number, MovedEvent event) {
        Sum sum = sum(event.cause());
        sum.difference += event.difference();
        sum.events++;
        sum.dossiers.set(number);
        if (!listed || dossier.compareTo(listing.after()) <= 0) return;
        dossiers.set(number);
        first.computeIfAbsent(dossier, unseen -> new ArrayList<>()).add(event);
        // one that is left out never comes back: those kept only ever come before it
        if (first.size() > listing.limit()) first.pollLastEntry();
    }

    private Sum sum(Cause cause) {
        return sums.computeIfAbsent(cause, unseen -> new Sum());
    }

    /**
     * What the sums do not come to is told too: nobody shall believe that all is explained.
     *
     * @param whole by how much the figure has moved
     */
    void endWith(long whole) {
        long left =
                whole - sums.values().stream().mapToLong(sum -> sum.difference).sum();
        if (left != 0) add(Cause.UNEXPLAINED, left);
    }

    RestatedCell told(CellKey key, long then, long now) {
        List<Part> parts = new ArrayList<>();
        sums.forEach((cause, sum) ->
                parts.add(new Part(cause, cause.vietnamese(), sum.difference, sum.events, sum.dossiers.cardinality())));
        List<MovedDossier> told = new ArrayList<>();
        first.forEach((id, events) -> told.add(new MovedDossier(
                id, events.stream().mapToLong(MovedEvent::difference).sum(), events)));
        return new RestatedCell(key, then, now, parts, told, dossiers.cardinality() - told.size(), units);
    }
}
