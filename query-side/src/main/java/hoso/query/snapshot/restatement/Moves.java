package hoso.query.snapshot.restatement;

import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import hoso.query.report.figure.Cell;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much each event of a stretch of the journal moves each figure of a report. */
final class Moves {

    private static final int MEASURES = Measure.all().size();

    private final Groups groups;
    private final List<Cell> cells;
    private final long start;
    private final long end;
    private final TreeMap<Long, Map<String, long[][]>> posted = new TreeMap<>();

    Moves(MovingEvents.Figures figures) {
        this.groups = figures.groups();
        this.cells = figures.cells();
        this.start = micros(figures.cuts().start());
        this.end = micros(figures.cuts().end());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** A line that an event posted. */
    void line(long position, Dimensions dimensions, Measure measure, long micros, long amount) {
        if (micros >= end || !groups.counts(dimensions.unit())) return;
        Map<String, long[][]> byGroup = posted.computeIfAbsent(position, unseen -> new HashMap<>());
        add(byGroup, CellKey.TOTAL, measure, micros, amount);
        String group = groups.of(dimensions);
        if (!group.equals(CellKey.TOTAL)) add(byGroup, group, measure, micros, amount);
    }

    private void add(Map<String, long[][]> byGroup, String group, Measure measure, long micros, long amount) {
        long[][] sums = byGroup.computeIfAbsent(group, unseen -> new long[2][MEASURES]);
        if (micros < start) sums[0][measure.ordinal()] += amount;
        sums[1][measure.ordinal()] += amount;
    }

    /** By position, what moved; events that moved nothing are left out. */
    SortedMap<Long, Map<CellKey, Long>> moved() {
        SortedMap<Long, Map<CellKey, Long>> moved = new TreeMap<>();
        posted.forEach((position, byGroup) -> {
            Map<CellKey, Long> differences = new HashMap<>();
            byGroup.forEach((group, sums) -> differences(group, sums, cells, differences));
            if (!differences.isEmpty()) moved.put(position, differences);
        });
        return moved;
    }

    private static void differences(
            String group, long[][] sums, Collection<Cell> cells, Map<CellKey, Long> differences) {
        for (Cell cell : cells) {
            long difference = cell.value(sums[0], sums[1]);
            if (difference != 0) differences.put(new CellKey(group, cell), difference);
        }
    }
}
