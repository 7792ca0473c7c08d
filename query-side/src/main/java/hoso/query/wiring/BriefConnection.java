package hoso.query.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A connection for a question or two: a server that is not there, or says nothing, is found out in seconds. */
final class BriefConnection {

    private static final String CONNECT_TIMEOUT_S = "3";
    private static final String SOCKET_TIMEOUT_S = "10";

    private BriefConnection() {}

    static Connection open(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_S);
        return DriverManager.getConnection(url, properties);
    }
}
