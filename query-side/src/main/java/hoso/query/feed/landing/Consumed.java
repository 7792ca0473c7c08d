package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * How far a partition has been read, by whoever takes in the same origins from it: what others left out is not done with.
 *
 * @param topicId of the topic as it now is; one made anew begins at 0 again
 * @param origins that are believed there
 * @param next the offset to go on with
 */
record Consumed(String topic, String topicId, String origins, int partition, long next) {

    /** Never back: whoever was frozen and wakes has landed only what was there already. */
    void move(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("""
                INSERT INTO landing.consumed AS known (topic, topic_id, origins, partition, next) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (topic, topic_id, origins, partition) DO UPDATE SET next = greatest(known.next, excluded.next)""")) {
            update.setString(1, topic);
            update.setString(2, topicId);
            update.setString(3, origins);
            update.setInt(4, partition);
            update.setLong(5, next);
            update.executeUpdate();
        }
    }

    /** Where to go on; empty where nobody has read it. */
    static OptionalLong next(Connection connection, String topic, String topicId, String origins, int partition)
            throws SQLException {
        try (var query = connection.prepareStatement("SELECT next FROM landing.consumed"
                + " WHERE topic = ? AND topic_id = ? AND origins = ? AND partition = ?")) {
            query.setString(1, topic);
            query.setString(2, topicId);
            query.setString(3, origins);
            query.setInt(4, partition);
            try (var row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
