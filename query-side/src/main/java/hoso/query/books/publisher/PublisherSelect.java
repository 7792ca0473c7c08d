package hoso.query.books.publisher;

import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the book of publishers as of a position that the books have reached. */
public final class PublisherSelect {

    private static final int FETCH_ROWS = 1_000;

    private final Connection connection;
    private final String table;

    /**
     * @param connection in a transaction that sees one moment
     */
    public PublisherSelect(Connection connection, Slot slot) {
        this.connection = connection;
        this.table = slot.table("publisher");
    }

    /**
     * Gives the stretches of each publisher and source in the order of time.
     *
     * @param units their numbers; empty for all, and what belongs to none
     */
    public void each(long position, Optional<int[]> units, Consumer<Stretch> taken) throws SQLException {
        String seen = units.isPresent() ? " AND unit = ANY (?)" : "";
        String whole =
                "SELECT origin, publisher, source, sum(events), min(first), max(last), min(first_at), max(last_at)"
                        + " FROM " + table + " WHERE block < " + Block.of(position) + seen
                        + " GROUP BY origin, publisher, source, hour, block ORDER BY hour, block";
        read(whole, units, row -> taken.accept(stretch(row)));
        String cut = "SELECT origin, publisher, source, events, first, last, first_at, last_at, moments"
                + " FROM " + table + " WHERE block = " + Block.of(position) + " AND first <= " + position + seen
                + " ORDER BY first";
        read(cut, units, row -> {
            Stretch stretch = stretch(row);
            taken.accept(stretch.last() <= position ? stretch : CutStretch.upTo(position, stretch, row.getBytes(9)));
        });
    }

    /** Takes when the newest event of a publisher that a unit owns was recorded. */
    public interface Newest {
        void take(String origin, String publisher, Instant recordedAt);
    }

    /** Gives each publisher that has published for a unit after a position, perhaps others too. */
    public void newestAfter(long position, Newest taken) throws SQLException {
        String newest = "SELECT origin, publisher, max(last_at) FROM " + table + " WHERE block >= "
                + Block.of(position + 1) + " AND unit > 0 GROUP BY origin, publisher";
        read(newest, Optional.empty(), row -> taken.take(row.getString(1), row.getString(2), instant(row, 3)));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, Optional<int[]> units, Row each) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            if (units.isPresent()) query.setObject(1, units.get());
            try (var rows = query.executeQuery()) {
                while (rows.next()) each.read(rows);
            }
        }
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                instant(row, 7),
                instant(row, 8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
