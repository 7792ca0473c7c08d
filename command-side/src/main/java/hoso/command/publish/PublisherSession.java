package hoso.command.publish;

import hoso.command.store.FencedConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The one connection that reads what is published and moves the place. PostgreSQL ends it where nothing is heard of it for
 * some seconds: one who was frozen for longer finds it gone, and begins anew.
 */
final class PublisherSession implements AutoCloseable {

    /** Longer than any wait for Kafka between two of our messages, {@link EventSender#BLOCKED_MAX_MS}. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    /**
     * A place that is lost in a crash of the database is an earlier one: what follows it is published once more. So nothing
     * waits for the disk.
     */
    private static final String OPTIONS = "-c synchronous_commit=off";

    private final Connection connection;

    private PublisherSession(Connection connection) {
        this.connection = connection;
    }

    static PublisherSession open(PublishSettings settings) throws SQLException {
        return new PublisherSession(
                FencedConnection.open(settings.url(), settings.login(), "hoso publisher", SILENCE_MAX, OPTIONS));
    }

    Connection connection() {
        return connection;
    }

    /** Tells PostgreSQL that we are here. */
    void ping() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1")) {
            statement.execute();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // the server ends it either way
        }
    }
}
