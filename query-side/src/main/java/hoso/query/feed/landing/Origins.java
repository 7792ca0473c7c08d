package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that events came from, and how each stands. */
public final class Origins {

    private final JdbcClient sql;

    public Origins(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** All that were ever taken in, by name. */
    public List<OriginState> states() {
        return sql.sql("""
                        SELECT name, coalesce(covered, 0), coalesce(landed, 0), missing, missing_since, stopped
                        FROM landing.origin o
                        LEFT JOIN LATERAL (SELECT origin_first + last - first AS covered FROM landing.span
                            WHERE origin = o.number ORDER BY origin_first DESC LIMIT 1) s ON true
                        LEFT JOIN LATERAL (SELECT position AS landed FROM landing.event
                            WHERE origin = o.number ORDER BY position DESC LIMIT 1) e ON true
                        ORDER BY name""").query(Origins::state).list();
    }

    private static OriginState state(ResultSet row, int index) throws SQLException {
        long missing = row.getLong(4);
        OffsetDateTime since = row.getObject(5, OffsetDateTime.class);
        return new OriginState(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                since == null ? null : new OriginState.Gap(missing, since.toInstant()),
                row.getString(6));
    }

    /**
     * Takes in these origins from now on, each from its topic. Where one was not taken in from there, the topic is read from
     * its beginning again: what had been read of it was left out.
     */
    static void takeIn(Connection connection, OriginTopics origins) throws SQLException {
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement();
                var others = connection.prepareStatement(
                        "UPDATE landing.origin SET topic = NULL WHERE topic IS NOT NULL AND name <> ALL (?)")) {
            // programs that begin together say it one after the other
            lock.execute("LOCK TABLE landing.origin IN SHARE ROW EXCLUSIVE MODE");
            for (var origin : origins.topics().entrySet()) takeIn(connection, origin.getKey(), origin.getValue());
            others.setArray(
                    1,
                    connection.createArrayOf("text", origins.topics().keySet().toArray()));
            others.executeUpdate();
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void takeIn(Connection connection, String origin, String topic) throws SQLException {
        number(connection, origin);
        try (var taken = connection.prepareStatement(
                        "UPDATE landing.origin SET topic = ? WHERE name = ? AND topic IS DISTINCT FROM ?");
                var again = connection.prepareStatement("UPDATE landing.consumed SET next = 0 WHERE topic = ?")) {
            taken.setString(1, topic);
            taken.setString(2, origin);
            taken.setString(3, topic);
            if (taken.executeUpdate() == 0) return;
            again.setString(1, topic);
            again.executeUpdate();
        }
    }

    /** The number of an origin, given to it when it is first seen. */
    static int number(Connection connection, String origin) throws SQLException {
        while (true) {
            try (var query = connection.prepareStatement("SELECT number FROM landing.origin WHERE name = ?")) {
                query.setString(1, origin);
                try (var row = query.executeQuery()) {
                    if (row.next()) return row.getInt(1);
                }
            }
            // another program may take the same number for another origin: then it is looked for once more
            try (var insert = connection.prepareStatement("INSERT INTO landing.origin (number, name)"
                    + " SELECT coalesce(max(number), 0) + 1, ? FROM landing.origin ON CONFLICT DO NOTHING")) {
                insert.setString(1, origin);
                insert.executeUpdate();
            }
        }
    }

    /** Says that a position is waited for, or none any more. */
    static void missing(Connection connection, int origin, @Nullable Long position, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE landing.origin SET missing = ?, missing_since = ? WHERE number = ?")) {
            update.setObject(1, position);
            update.setObject(2, position == null ? null : now.atOffset(ZoneOffset.UTC));
            update.setInt(3, origin);
            update.executeUpdate();
        }
    }
}
