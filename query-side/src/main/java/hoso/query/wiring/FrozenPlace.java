package hoso.query.wiring;

import java.sql.SQLException;

/** How far the reports that are frozen have counted the log, for whoever asks before the books are opened. */
public final class FrozenPlace {

    private FrozenPlace() {}

    /** The newest position that one was frozen at; 0 where there is none. */
    public static long read(String url, String user, String password) throws SQLException {
        try (var connection = BriefConnection.open(url, user, password);
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT to_regclass('snapshot.entry') IS NOT NULL")) {
                row.next();
                if (!row.getBoolean(1)) return 0;
            }
            try (var row = statement.executeQuery("SELECT max((header::jsonb -> 'report' ->> 'position')::bigint)"
                    + " FROM snapshot.entry WHERE kind = 'REPORT'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
