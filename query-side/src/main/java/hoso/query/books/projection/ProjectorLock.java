package hoso.query.books.projection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one right to write the books: a session advisory lock on the very connection that writes. A stand-by asks again
 * and again instead of waiting inside PostgreSQL, which would keep VACUUM from cleaning up.
 */
final class ProjectorLock {

    /** "hosobook" in ASCII. */
    private static final long BOOKS = 0x686F_736F_626F_6F6BL;

    /** "hosorebu" in ASCII. */
    private static final long REBUILD = 0x686F_736F_7265_6275L;

    /**
     * A frozen projector loses its connection, and with it the lock, by itself. Longer than the writer's, since what
     * fences the books is the compare-and-set of their place, and folding must fit in on a busy machine.
     */
    private static final String TIMEOUTS = "SET idle_session_timeout = '15s'; SET transaction_timeout = '30s';"
            + " SET idle_in_transaction_session_timeout = '15s'";

    private ProjectorLock() {}

    static boolean tryBooks(Connection connection) throws SQLException {
        boolean taken = isTaken(connection, BOOKS);
        if (taken)
            try (var statement = connection.createStatement()) {
                statement.execute(TIMEOUTS);
            }
        return taken;
    }

    static boolean tryRebuild(Connection connection) throws SQLException {
        return isTaken(connection, REBUILD);
    }

    private static boolean isTaken(Connection connection, long key) throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            query.setLong(1, key);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
