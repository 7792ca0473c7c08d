package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * How far a partition has been read.
 *
 * @param topicId of the topic as it now is; one made anew begins at 0 again
 * @param next the offset to go on with
 */
record Consumed(String topic, String topicId, int partition, long next) {

    /** Never back: whoever was frozen and wakes has landed only what was there already. */
    void move(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("""
                INSERT INTO landing.consumed AS known (topic, topic_id, partition, next) VALUES (?, ?, ?, ?)
                ON CONFLICT (topic, topic_id, partition) DO UPDATE SET next = greatest(known.next, excluded.next)""")) {
            update.setString(1, topic);
            update.setString(2, topicId);
            update.setInt(3, partition);
            update.setLong(4, next);
            update.executeUpdate();
        }
    }

    /** Where to go on; empty where nobody has read it. */
    static OptionalLong next(Connection connection, String topic, String topicId, int partition) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT next FROM landing.consumed WHERE topic = ? AND topic_id = ? AND partition = ?")) {
            query.setString(1, topic);
            query.setString(2, topicId);
            query.setInt(3, partition);
            try (var row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
