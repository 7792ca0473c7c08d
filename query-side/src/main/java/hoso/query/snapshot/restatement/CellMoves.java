package hoso.query.snapshot.restatement;

import hoso.query.snapshot.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what moved one figure, and keeps the first dossiers of it where they are asked for. */
final class CellMoves {

    private static final class Sum {
        long difference;
        long events;
        final DossierCount dossiers = new DossierCount();
    }

    private final Map<Cause, Sum> sums = new EnumMap<>(Cause.class);
    private final DossierCount dossiers = new DossierCount();
    private final TreeMap<String, List<MovedEvent>> first = new TreeMap<>();
    private final List<MovedUnit> units = new ArrayList<>();
    private final Listing listing;
    private final boolean listed;
    private boolean more;

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

    void add(String dossier, DossierNumbers numbers, MovedEvent event) {
        Sum sum = sum(event.cause());
        sum.difference += event.difference();
        sum.events++;
        if (!listed) return;
        sum.dossiers.add(numbers.of(dossier));
        if (dossier.compareTo(listing.after()) <= 0) return;
        dossiers.add(numbers.of(dossier));
        first.computeIfAbsent(dossier, unseen -> new ArrayList<>()).add(event);
        if (first.size() <= listing.limit()) return;
        // one that is left out never comes back: those kept only ever come before it
        first.pollLastEntry();
        more = true;
    }

    private Sum sum(Cause cause) {
        return sums.computeIfAbsent(cause, unseen -> new Sum());
    }

    /** By cause, how far the figure has been moved. */
    Map<Cause, Long> differences() {
        Map<Cause, Long> differences = new EnumMap<>(Cause.class);
        sums.forEach((cause, sum) -> differences.put(cause, sum.difference));
        return differences;
    }

    /** What the sums do not come to is told too: nobody shall believe that all is explained. */
    RestatedCell told(CellKey key, long then, long now) {
        long left = now
                - then
                - sums.values().stream().mapToLong(sum -> sum.difference).sum();
        if (left != 0) add(Cause.UNEXPLAINED, left);
        List<Part> parts = new ArrayList<>();
        sums.forEach((cause, sum) -> parts.add(
                new Part(cause, cause.vietnamese(), sum.difference, sum.events, listed ? sum.dossiers.known() : null)));
        List<MovedDossier> told = new ArrayList<>();
        first.forEach((id, events) -> told.add(new MovedDossier(
                id, events.stream().mapToLong(MovedEvent::difference).sum(), events)));
        Long all = more ? dossiers.known() : null;
        return new RestatedCell(
                key,
                then,
                now,
                parts,
                told,
                more ? first.lastKey() : null,
                all == null ? null : all - told.size(),
                units);
    }
}
