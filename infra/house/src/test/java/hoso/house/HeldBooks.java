package hoso.house;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** While this is open, the projector waits in mid-batch: its rows are written, and its place is not yet moved. */
final class HeldBooks implements AutoCloseable {

    private final Connection connection;

    /**
     * @param connection of its own, closed with this
     */
    HeldBooks(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT * FROM books.book FOR UPDATE");
        }
    }

    /** Until there was something to take in. */
    void awaitProjector(Duration patience) {
        await().pollInterval(Duration.ofMillis(5)).atMost(patience).until(this::projectorWaits);
    }

    private boolean projectorWaits() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND application_name = 'hoso projector' AND datname = current_database()")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
