package hoso.query.books.block;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds up blocks: the sums of procedures and fields before the beginning of days. */
public final class ProcedureBlocks {

    /** Takes a sum of one block that lies before a day. */
    public interface Sink {

        /**
         * @param cut the place of the day among those asked about
         */
        void sum(int procedure, int field, int measure, int cut, long amount);
    }

    private static final int[] ALL_UNITS = {0};

    private ProcedureBlocks() {}

    /** The sums over all units there are, before each day. */
    public static void readAll(Connection connection, Folded folded, int[] days, Sink sink) throws SQLException {
        read(connection, folded, ALL_UNITS, days, Span.DAY, sink);
    }

    /** The sums over some units, before the last day not after each day at which eight days begin. */
    public static void readSome(Connection connection, Folded folded, int[] units, int[] days, Sink sink)
            throws SQLException {
        read(connection, folded, units, days, Span.EIGHT, sink);
    }

    private static void read(Connection connection, Folded folded, int[] units, int[] days, Span shortest, Sink sink)
            throws SQLException {
        List<Wanted> wanted = wanted(days, shortest);
        for (Folded.Source source : folded.sources("procedure_block", "segment_block"))
            read(connection, source, units, wanted, days, sink);
    }

    private static void read(
            Connection connection, Folded.Source source, int[] units, List<Wanted> wanted, int[] days, Sink sink)
            throws SQLException {
        String sql = "SELECT span, block, sums FROM unnest(?::smallint[], ?::integer[]) AS wanted (span, block)"
                + " JOIN " + source.table() + " USING (span, block) WHERE unit = ANY (?)" + source.condition();
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(
                    1, wanted.stream().mapToInt(one -> one.span().ordinal()).toArray());
            query.setObject(2, wanted.stream().mapToInt(Wanted::block).toArray());
            query.setObject(3, units);
            source.set(query, 4);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    boolean[] counts = counts(Span.values()[rows.getInt(1)], rows.getInt(2), days);
                    CellSums.read(rows.getBytes(3), (procedure, field, measure, amount) -> {
                        for (int cut = 0; cut < counts.length; cut++)
                            if (counts[cut]) sink.sum(procedure, field, measure, cut, source.sign() * amount);
                    });
                }
            }
        }
    }

    /** For each day, whether a block counts among those that make up the days before it. */
    private static boolean[] counts(Span span, int block, int[] days) {
        var counts = new boolean[days.length];
        for (int cut = 0; cut < days.length; cut++) counts[cut] = span.isBefore(days[cut], block);
        return counts;
    }

    private record Wanted(Span span, int block) {}

    private static List<Wanted> wanted(int[] days, Span shortest) {
        List<Wanted> wanted = new ArrayList<>();
        for (int day : days)
            for (Span span : Span.values()) {
                if (span.compareTo(shortest) < 0) continue;
                int end = span.block(day);
                int first = span.isLongest() ? Math.min(end, 0) : Math.floorDiv(end, Span.PARTS) * Span.PARTS;
                for (int block = first; block < end; block++) wanted.add(new Wanted(span, block));
            }
        return wanted.stream().distinct().toList();
    }
}
