package hoso.query.feed.landing;

import hoso.event.wire.LostPositions.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Positions that origins have declared as lost, as they are told with every event; each is written once. */
final class LostTable {

    private final Connection connection;

    /** What is known to be there. */
    private final Set<Lost> known = new HashSet<>();

    private record Lost(int origin, Span span) {}

    LostTable(Connection connection) {
        this.connection = connection;
    }

    /** Writes it down, unless it is known. */
    void add(int origin, Span span) throws SQLException {
        if (!known.add(new Lost(origin, span))) return;
        try (var insert = connection.prepareStatement(
                "INSERT INTO landing.lost (origin, first, last) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setInt(1, origin);
            insert.setLong(2, span.first());
            insert.setLong(3, span.last());
            insert.executeUpdate();
        }
    }

    /** Whether this origin has lost something, as far as this program was told. */
    boolean has(int origin) {
        return known.stream().anyMatch(lost -> lost.origin() == origin);
    }

    /** The first position where an event of an origin has landed that its store has lost since; 0 where there is none. */
    long firstLanded(int origin) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT min(e.position) FROM landing.lost l
                JOIN landing.event e ON e.origin = l.origin AND e.position BETWEEN l.first AND l.last
                WHERE l.origin = ?""")) {
            query.setInt(1, origin);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What was written in a transaction that was rolled back is not there. */
    void forget() {
        known.clear();
    }
}
