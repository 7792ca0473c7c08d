package hoso.command.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * A connection that PostgreSQL ends where nothing is heard of it for some time: whoever was frozen, in mid-message too, or
 * cut off finds it gone, and with it whatever it held.
 */
public final class FencedConnection {

    /** A server that does not answer for so long is taken for gone. */
    private static final String SOCKET_TIMEOUT_S = "10";

    private static final String CONNECT_TIMEOUT_S = "3";

    /** Plans are made once and for a large table, whatever its size at first; an index is the right path to all of it. */
    private static final String PLANS = " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

    private FencedConnection() {}

    /**
     * Opens one.
     *
     * @param name shown by PostgreSQL
     * @param silenceMax after which PostgreSQL ends it
     * @param options more of PostgreSQL's, as on its command line
     */
    public static Connection open(
            String url, StoreSettings.Login login, String name, Duration silenceMax, String options)
            throws SQLException {
        String silence = silenceMax.toMillis() + "ms";
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", name);
        properties.setProperty(
                "options",
                "-c idle_session_timeout=" + silence + " -c idle_in_transaction_session_timeout=" + silence
                        + " -c transaction_timeout=" + silence + PLANS + " " + options);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_S);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(url, properties);
    }
}
