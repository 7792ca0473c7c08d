package hoso.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was answered "accepted" survives a power cut: only where the database is set so. */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    private static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String SETTINGS = """
            SELECT name, setting FROM pg_settings
            WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')""";

    private Durability() {}

    /**
     * Asked on the very connection that appends: a role may have settings of its own.
     *
     * @throws UnfitWriter where a commit could be lost
     */
    static void check(Connection connection) throws SQLException {
        var settings = read(connection);
        var off = new ArrayList<String>();
        for (String name : REQUIRED) if ("off".equals(settings.get(name))) off.add(name);
        if (!off.isEmpty()) throw new UnfitWriter("the database would lose events in a power cut: " + off + " is off");
        if ("off".equals(settings.get("data_checksums")))
            LOG.warn("The database has no data checksums: damage on its disk may go unseen");
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        var settings = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) settings.put(rows.getString(1), rows.getString(2));
        }
        return settings;
    }
}
