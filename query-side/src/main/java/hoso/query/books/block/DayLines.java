package hoso.query.books.block;

import hoso.query.books.line.LineSink;
import hoso.query.books.line.LineUnpacker;
import hoso.query.books.packed.Unpacker;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the lines of days with their instants. */
public final class DayLines {

    /** Rows fetched at once: some 2 MB. */
    private static final int FETCH_ROWS = 1_000;

    private DayLines() {}

    /** The connection is in a transaction, so that rows come as they are read. */
    public static void read(Connection connection, Folded folded, int[] units, int[] days, LineSink sink)
            throws SQLException {
        if (days.length == 0 || units.length == 0) return;
        String sql = "SELECT lines FROM " + folded.slot().table("day_line")
                + " WHERE day = ANY (?) AND unit = ANY (?) AND segment < ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            query.setObject(1, days);
            query.setObject(2, units);
            query.setInt(3, folded.end());
            try (var rows = query.executeQuery()) {
                while (rows.next()) new LineUnpacker(new Unpacker(rows.getBytes(1))).rest(sink);
            }
        }
    }
}
