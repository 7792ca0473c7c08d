package hoso.query.report;

import hoso.query.books.BookReader;
import hoso.query.ledger.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Books that are a list of lines, summed afresh at every question. */
final class Postings implements BookReader {

    /** A line of the ledger under its dimensions. */
    record Line(
            long position,
            Instant at,
            String unit,
            String procedure,
            String field,
            String channel,
            Measure measure,
            long count) {

        private String key(Dimension dimension) {
            return switch (dimension) {
                case OWNING_UNIT -> unit;
                case CHANNEL -> channel;
                case FIELD -> field;
                case PROCEDURE -> procedure;
            };
        }

        private boolean isPetition() {
            return measure.name().startsWith("PETITION");
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        Map<String, long[][]> sums = new TreeMap<>();
        for (Line line : lines) {
            if (line.position() > position || !units.contains(line.unit())) continue;
            if (line.isPetition() && dimension != Dimension.OWNING_UNIT) continue;
            long[][] rows = sums.computeIfAbsent(
                    line.key(dimension),
                    key -> new long[cuts.size()][Measure.all().size()]);
            for (int cut = 0; cut < cuts.size(); cut++)
                if (line.at().isBefore(cuts.get(cut))) rows[cut][line.measure().ordinal()] += line.count();
        }
        return sums;
    }
}
