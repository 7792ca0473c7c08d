package hoso.query.books.block;

import hoso.query.books.slot.Slot;
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
    public static void readAll(Connection connection, Slot slot, int[] days, Sink sink) throws SQLException {
        read(connection, slot, ALL_UNITS, days, Span.DAY, sink);
    }

    /** The sums over some units, before the last day not after each day at which eight days begin. */
    public static void readSome(Connection connection, Slot slot, int[] units, int[] days, Sink sink)
            throws SQLException {
        read(connection, slot, units, days, Span.EIGHT, sink);
    }

    private static void read(Connection connection, Slot slot, int[] units, int[] days, Span shortest, Sink sink)
            throws SQLException {
        List<Wanted> wanted = wanted(days, shortest);
        String sql = "SELECT span, block, sums FROM unnest(?::smallint[], ?::integer[]) AS wanted (span, block)"
                + " JOIN " + slot.table("procedure_block") + " USING (span, block) WHERE unit = ANY (?)";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(
                    1, wanted.stream().mapToInt(one -> one.span().ordinal()).toArray());
            query.setObject(2, wanted.stream().mapToInt(Wanted::block).toArray());
            query.setObject(3, units);
            try (var rows = query.executeQuery()) {
                while (rows.next()) add(Span.values()[rows.getInt(1)], rows.getInt(2), rows.getBytes(3), days, sink);
            }
        }
    }

    private static void add(Span span, int block, byte[] sums, int[] days, Sink sink) {
        var counts = new boolean[days.length];
        for (int cut = 0; cut < days.length; cut++) counts[cut] = span.isBefore(days[cut], block);
        CellSums.read(sums, (procedure, field, measure, amount) -> {
            for (int cut = 0; cut < counts.length; cut++)
                if (counts[cut]) sink.sum(procedure, field, measure, cut, amount);
        });
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
