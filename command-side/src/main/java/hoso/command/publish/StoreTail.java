package hoso.command.publish;

import hoso.command.treehead.HeadTable;
import hoso.event.wire.LostPositions;
import hoso.event.wire.StoredEventFormat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the store in its one order, as bytes. */
final class StoreTail {

    /** Of one SELECT: some hundred KiB, as events are; 150 MiB if all had what {@link EventTopic#EVENT_BYTES_MAX} allows. */
    static final int ROWS_MAX = 512;

    private static final String AFTER = "SELECT position, stream, recorded_at, leaf, rest FROM store.event"
            + " WHERE position > ? ORDER BY position LIMIT " + ROWS_MAX;

    private static final String LEAVES = "SELECT position, leaf FROM store.event WHERE position = ANY (?)";

    private StoreTail() {}

    /**
     * The next events, whole; none where there are none.
     *
     * @throws UnfitTopic where the store lacks one, or has a damaged one
     */
    static List<TailedEvent> after(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<TailedEvent>();
                long before = position;
                while (rows.next()) {
                    TailedEvent event = event(rows).checked();
                    if (event.position() != before + 1) checkLost(connection, before + 1, event.position() - 1);
                    events.add(event);
                    before = event.position();
                }
                return events;
            }
        }
    }

    /** What the store has declared as lost. */
    static LostPositions lost(Connection connection) throws SQLException {
        return new LostPositions(new HeadTable(connection)
                .incarnations().all().stream()
                        .flatMap(incarnation -> incarnation.gap().stream())
                        .map(gap -> new LostPositions.Span(gap.from(), gap.to()))
                        .toList());
    }

    /** What is missing was declared as lost. */
    private static void checkLost(Connection connection, long first, long last) throws SQLException {
        var missing = new HeadTable(connection).incarnations().firstNotLost(first, last);
        if (missing.isPresent()) throw new UnfitTopic("the store lacks position " + missing.getAsLong());
    }

    private static TailedEvent event(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        var recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        byte[] bytes = StoredEventFormat.bytes(position, recordedAt, row.getBytes(5));
        return new TailedEvent(position, row.getString(2), row.getBytes(4), bytes);
    }

    /** The leaves at some positions, as far as there are such. */
    static Map<Long, byte[]> leaves(Connection connection, Collection<Long> positions) throws SQLException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            statement.setArray(1, connection.createArrayOf("int8", positions.toArray()));
            try (var rows = statement.executeQuery()) {
                Map<Long, byte[]> leaves = new HashMap<>();
                while (rows.next()) leaves.put(rows.getLong(1), rows.getBytes(2));
                return leaves;
            }
        }
    }
}
