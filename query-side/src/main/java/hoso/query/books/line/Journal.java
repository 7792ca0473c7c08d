package hoso.query.books.line;

import hoso.query.books.packed.Unpacker;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/** Reads the journal between two positions. */
public final class Journal {

    /** Takes the events of the journal in order, each with its lines. */
    public interface Reader extends LineSink {
        void event(long position);
    }

    /** A reader for lines alone. */
    public static Reader lines(LineSink sink) {
        return new Reader() {
            @Override
            public void event(long position) {}

            @Override
            public void line(long key, long micros, long amount) {
                sink.line(key, micros, amount);
            }
        };
    }

    /** A threshold of the driver: rows come in binary from the first question on. */
    public static final int BINARY_AT_ONCE = -1;

    /** Rows fetched at once: some 2 MB. */
    private static final int FETCH_ROWS = 1_000;

    private Journal() {}

    /** The connection is in a transaction, so that rows come as they are read. */
    public static void read(Connection connection, Slot slot, long after, long upTo, Reader reader)
            throws SQLException {
        if (after >= upTo) return;
        String sql =
                "SELECT first, events FROM " + slot.table("journal") + " WHERE last > ? AND last < ? ORDER BY last";
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            query.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            query.setLong(1, after);
            query.setLong(2, upTo + JournalRows.EVENTS_OF_ROW_MAX);
            try (var rows = query.executeQuery()) {
                while (rows.next()) readRow(rows.getLong(1), rows.getBytes(2), after, upTo, reader);
            }
        }
    }

    private static void readRow(long first, byte[] events, long after, long upTo, Reader reader) {
        var unpacker = new Unpacker(events);
        var lines = new LineUnpacker(unpacker);
        for (long position = first; unpacker.hasMore() && position <= upTo; position++) {
            boolean wanted = position > after;
            if (wanted) reader.event(position);
            for (int left = unpacker.number(); left > 0; left--) lines.next(wanted ? reader : (key, at, amount) -> {});
        }
    }
}
