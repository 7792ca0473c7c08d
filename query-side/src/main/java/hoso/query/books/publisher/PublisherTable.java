package hoso.query.books.publisher;

import hoso.query.books.packed.Unpacker;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;

/** The rows of the book of publishers, as SQL. */
public final class PublisherTable {

    private final Connection connection;
    private final String table;

    public PublisherTable(Connection connection, Slot slot) {
        this.connection = connection;
        this.table = slot.table("publisher");
    }

    /** What is added to the rows. */
    public record Change(Map<Published.Key, Published> rows) {}

    /** Adds to the rows, within the transaction that moves the place. */
    public void write(Change change) throws SQLException {
        if (change.rows().isEmpty()) return;
        try (var insert = connection.prepareStatement("INSERT INTO " + table + """
                 AS known (hour, block, origin, publisher, source, unit, events, first, last, first_at, last_at, moments)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hour, block, origin, publisher, source, unit) DO UPDATE SET
                    events = known.events + excluded.events, last = excluded.last, last_at = excluded.last_at,
                    moments = known.moments || excluded.moments""")) {
            for (var row : change.rows().entrySet()) {
                Published.Key key = row.getKey();
                Published published = row.getValue();
                insert.setInt(1, key.hour());
                insert.setInt(2, key.block());
                insert.setString(3, key.origin());
                insert.setString(4, key.publisher());
                insert.setString(5, key.source());
                insert.setInt(6, key.unit());
                insert.setInt(7, published.events);
                insert.setLong(8, published.first);
                insert.setLong(9, published.last);
                insert.setObject(10, Unpacker.instant(published.firstMicros).atOffset(ZoneOffset.UTC));
                insert.setObject(11, Unpacker.instant(published.lastMicros).atOffset(ZoneOffset.UTC));
                insert.setBytes(12, published.moments());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
