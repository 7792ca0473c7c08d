package hoso.command.publish;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The place of one topic, beside the store. Whoever begins takes a number; only the last who did moves the place, so that
 * one who was frozen meanwhile moves nothing, however late its message comes.
 *
 * @param topic with the origin, the key of the row
 */
record PublishedPlaces(String topic, String origin) {

    private static final String BEGIN = """
            INSERT INTO store.published (topic, origin, holder, position, leaf, offsets)
            VALUES (?, ?, 0, 0, ?, '{}') ON CONFLICT (topic, origin) DO NOTHING""";

    private static final String TAKE = """
            UPDATE store.published SET holder = holder + 1 WHERE topic = ? AND origin = ?
            RETURNING holder, position, leaf, topic_id, offsets""";

    private static final String LOOK =
            "SELECT holder, position, leaf, topic_id, offsets FROM store.published WHERE topic = ? AND origin = ?";

    private static final String COMPARED = """
            UPDATE store.published SET topic_id = ?, offsets = ?
            WHERE topic = ? AND origin = ? AND holder = ?""";

    private static final String MOVE = """
            UPDATE store.published SET position = ?, leaf = ?, offsets = ?
            WHERE topic = ? AND origin = ? AND holder = ? AND position = ? AND leaf = ?""";

    /** Never forward: what lies between was not published yet. */
    private static final String SET_BACK = """
            UPDATE store.published p SET holder = p.holder + 1, position = least(p.position, asked.position),
                leaf = CASE WHEN p.position <= asked.position THEN p.leaf ELSE coalesce(e.leaf, ?) END
            FROM (SELECT ?::bigint AS position) AS asked LEFT JOIN store.event e ON e.position = asked.position
            WHERE topic = ? AND origin = ? AND (p.position = 0 OR EXISTS (
                SELECT 1 FROM store.event WHERE store.event.position = p.position AND store.event.leaf = p.leaf))
            RETURNING p.position""";

    private static final String POSITION = "SELECT position FROM store.published WHERE topic = ? AND origin = ?";

    /** From now on nobody else moves the place. */
    Kept take(Connection connection) throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN);
                var take = connection.prepareStatement(TAKE)) {
            key(begin, 1);
            begin.setBytes(3, PublishedPlace.BEGIN.leaf());
            begin.execute();
            key(take, 1);
            try (var row = take.executeQuery()) {
                row.next();
                return kept(row);
            }
        }
    }

    /** What is kept, to be looked at: nobody is kept from moving it. */
    Kept kept(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(LOOK)) {
            key(look, 1);
            try (var row = look.executeQuery()) {
                return row.next() ? kept(row) : new Kept(0, PublishedPlace.BEGIN, null, new long[0]);
            }
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var place = new PublishedPlace(row.getLong(2), row.getBytes(3));
        return new Kept(row.getLong(1), place, row.getString(4), offsets(row));
    }

    /**
     * The topic was compared with the store, up to these offsets.
     *
     * @throws TakenOver where another publishes since
     */
    void compared(Connection connection, long holder, String topicId, long[] offsets) throws SQLException {
        try (var statement = connection.prepareStatement(COMPARED)) {
            statement.setString(1, topicId);
            statement.setArray(2, array(connection, offsets));
            key(statement, 3);
            statement.setLong(5, holder);
            if (statement.executeUpdate() != 1) throw new TakenOver();
        }
    }

    /**
     * Everything up to a place was acknowledged.
     *
     * @throws TakenOver where another publishes since, or is to begin elsewhere
     */
    void move(Connection connection, long holder, PublishedPlace from, PublishedPlace to, long[] offsets)
            throws SQLException {
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, to.position());
            statement.setBytes(2, to.leaf());
            statement.setArray(3, array(connection, offsets));
            key(statement, 4);
            statement.setLong(6, holder);
            statement.setLong(7, from.position());
            statement.setBytes(8, from.leaf());
            if (statement.executeUpdate() != 1) throw new TakenOver();
        }
    }

    /**
     * Has whoever publishes begin anew, after a position or where the place is, whichever is less; answers with it.
     *
     * @throws UnfitTopic where the store no longer has what was published: sending it again would hide that
     */
    long setBack(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement(SET_BACK)) {
            statement.setBytes(1, PublishedPlace.BEGIN.leaf());
            statement.setLong(2, position);
            key(statement, 3);
            try (var row = statement.executeQuery()) {
                if (row.next()) return row.getLong(1);
            }
        }
        long published = position(connection);
        if (published > 0)
            throw new UnfitTopic("the store no longer has position " + published + " as it was published to topic "
                    + topic + ": put the store right, or name it otherwise (hoso.origin)");
        return 0;
    }

    /** Up to where all was acknowledged; 0 where nothing was. */
    long position(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(POSITION)) {
            key(statement, 1);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void key(PreparedStatement statement, int index) throws SQLException {
        statement.setString(index, topic);
        statement.setString(index + 1, origin);
    }

    private static Array array(Connection connection, long[] offsets) throws SQLException {
        return connection.createArrayOf("int8", Arrays.stream(offsets).boxed().toArray());
    }

    private static long[] offsets(ResultSet row) throws SQLException {
        var offsets = (Long[]) row.getArray(5).getArray();
        return Arrays.stream(offsets).mapToLong(Long::longValue).toArray();
    }
}
