package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that events came from, and how each stands. */
public final class Origins {

    private final JdbcClient sql;
    private final String[] names;

    /** @param names of those that are taken in; the landing may have others, from before */
    public Origins(DataSource dataSource, Collection<String> names) {
        this.sql = JdbcClient.create(dataSource);
        this.names = names.toArray(String[]::new);
    }

    /** Those that something came from, by name. */
    public List<OriginState> states() {
        return sql.sql("""
                        SELECT name, coalesce(covered, 0), coalesce(landed, 0), missing, missing_since, stopped
                        FROM landing.origin o
                        LEFT JOIN LATERAL (SELECT origin_first + last - first AS covered FROM landing.span
                            WHERE origin = o.number ORDER BY origin_first DESC LIMIT 1) s ON true
                        LEFT JOIN LATERAL (SELECT position AS landed FROM landing.event
                            WHERE origin = o.number ORDER BY position DESC LIMIT 1) e ON true
                        WHERE name = ANY (?) ORDER BY name""").param(names).query(Origins::state).list();
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
