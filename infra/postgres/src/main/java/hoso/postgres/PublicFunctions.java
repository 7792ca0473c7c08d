package hoso.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What PostgreSQL lets every login do that is no use to one that reads, and harm to a house. It is taken from all of them, and
 * given to those roles that need locks.
 */
final class PublicFunctions {

    /** The locks that writer, projector and boards take turns by; in a loop, they also fill the table of all locks. */
    private static final String LOCKS = "^pg_(try_)?advisory_";

    /**
     * Large objects, which a transaction that says READ WRITE makes out of nothing; messages in the write-ahead log and files of
     * snapshots, without end even in one that only reads; and notes to whoever listens, which is nobody.
     */
    private static final String OTHERS =
            "^(lo_.*|loread|lowrite|pg_logical_emit_message|pg_export_snapshot|pg_notify)$";

    private PublicFunctions() {}

    /** Of the database of the connection, where functions are its own; where all is done it reads and writes nothing. */
    static void restrict(Connection connection, String... lockers) throws SQLException {
        each(connection, "public", LOCKS + "|" + OTHERS, "REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC", true);
        for (var locker : lockers) {
            each(connection, locker, LOCKS, "GRANT EXECUTE ON FUNCTION %s TO " + locker, false);
        }
    }

    /** Does so to the functions of such names that the role may execute, or may not. */
    private static void each(Connection connection, String role, String names, String command, boolean may)
            throws SQLException {
        var functions = """
                SELECT string_agg(format(?, oid::regprocedure), '; ') FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ ? AND has_function_privilege(?, oid, 'EXECUTE') = ?
                """;
        try (var query = connection.prepareStatement(functions)) {
            query.setString(1, command);
            query.setString(2, names);
            query.setString(3, role);
            query.setBoolean(4, may);
            try (var row = query.executeQuery();
                    var statement = connection.createStatement()) {
                row.next();
                var commands = row.getString(1);
                if (commands != null) {
                    statement.execute(commands);
                }
            }
        }
    }
}
