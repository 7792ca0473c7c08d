package hoso.query.snapshot.restatement;

import hoso.query.snapshot.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what moved one figure. */
final class CellMoves {

    private static final class Sum {
        long difference;
        long events;
    }

    private final Map<Cause, Sum> sums = new EnumMap<>(Cause.class);
    private final List<MovedUnit> units = new ArrayList<>(0);

    /** Its dossiers; null where they are not asked for, as for most of the many figures that groups have. */
    private final @Nullable ListedMoves listed;

    CellMoves(@Nullable ListedMoves listed) {
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
        if (listed != null) listed.add(dossier, numbers.of(dossier), event);
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
        sums.forEach((cause, sum) -> parts.add(new Part(
                cause,
                cause.vietnamese(),
                sum.difference,
                sum.events,
                listed == null ? null : listed.dossiers(cause))));
        if (listed == null) return new RestatedCell(key, then, now, parts, List.of(), null, null, units);
        return new RestatedCell(key, then, now, parts, listed.told(), listed.next(), listed.left(), units);
    }
}
