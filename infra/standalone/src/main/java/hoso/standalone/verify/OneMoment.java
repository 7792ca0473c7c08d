package hoso.standalone.verify;

import hoso.postgres.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that see a database as it was at one moment, however long they read. */
public final class OneMoment {

    /** An index gives the order that is asked for: sorting a whole store would fill the disk before the first row comes. */
    private static final String BY_INDEX = "SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off;"
            + " SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
            + " SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off";

    private OneMoment() {}

    /**
     * Opens one, in a transaction that only reads.
     *
     * @param who reads, as the server names it
     */
    public static Connection of(String url, Credentials login, String who) throws SQLException {
        var connections = connections(url, login, who);
        var connection = connections.getConnection();
        try {
            begin(connection);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    static PGSimpleDataSource connections(String url, Credentials login, String who) {
        var connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser(login.user());
        connections.setPassword(login.password());
        connections.setApplicationName(who);
        return connections;
    }

    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute(BY_INDEX);
        }
    }

    /** Whether there is such a table. */
    public static boolean has(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
