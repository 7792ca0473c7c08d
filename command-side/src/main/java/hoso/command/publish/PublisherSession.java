package hoso.command.publish;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The one connection that reads what is published and moves the place. PostgreSQL ends it where nothing is heard of it for
 * some seconds: one who was frozen for longer finds it gone, and begins anew.
 */
final class PublisherSession implements AutoCloseable {

    /** Longer than any wait for Kafka between two of our messages, {@link EventSender#BLOCKED_MAX_MS}. */
    private static final String SILENCE_MAX = "15s";

    /**
     * A place that is lost in a crash of the database is an earlier one: what follows it is published once more. So nothing
     * waits for the disk. Plans are made once and for a large table, whatever its size at first.
     */
    private static final String OPTIONS = "-c idle_session_timeout=" + SILENCE_MAX
            + " -c idle_in_transaction_session_timeout=" + SILENCE_MAX
            + " -c transaction_timeout=" + SILENCE_MAX
            + " -c synchronous_commit=off"
            + " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

    /** A server that does not answer for so long is taken for gone. */
    private static final String SOCKET_TIMEOUT_S = "10";

    private static final String CONNECT_TIMEOUT_S = "3";

    private final Connection connection;

    private PublisherSession(Connection connection) {
        this.connection = connection;
    }

    static PublisherSession open(PublishSettings settings) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.login().user());
        properties.setProperty("password", settings.login().password());
        properties.setProperty("ApplicationName", "hoso publisher");
        properties.setProperty("options", OPTIONS);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_S);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        return new PublisherSession(DriverManager.getConnection(settings.url(), properties));
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
