package hoso.standalone;

import hoso.postgres.Credentials;
import hoso.standalone.launch.Refused;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's database, tried before anything is opened on it: a wrong password does not come right by waiting.
 *
 * @param logins every one that will be needed
 */
record DatabaseDoor(String url, List<Credentials> logins) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDoor.class);

    /** SQLSTATE classes, PostgreSQL 18, appendix A: who may not log in, and a database that is not there. */
    private static final Set<String> REFUSED = Set.of("28", "3D");

    private static final String CONNECT_TIMEOUT_S = "3";
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** @throws Refused where a login is wrong; a database that is away is no matter */
    void check() {
        tried();
    }

    /**
     * Waits until every login succeeds.
     *
     * @throws Refused where one is wrong, or the database stays away for longer than so
     */
    void await(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Optional<String> away = tried();
        away.ifPresent(why -> LOG.warn("waiting for the database {}: {}", place(), why));
        while (away.isPresent()) {
            if (System.nanoTime() - until >= 0)
                throw Refused.unavailable("the database " + place() + " does not answer: " + away.get());
            pause();
            away = tried();
        }
    }

    /** Why it does not answer, if it does not. */
    private Optional<String> tried() {
        if (Driver.parseURL(url, null) == null)
            throw Refused.unavailable(place() + " is no address of a database: jdbc:postgresql://host:port/database");
        for (Credentials login : logins) {
            try {
                enter(login);
            } catch (SQLException failure) {
                String why =
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
                if (isRefused(failure)) throw Refused.unavailable("cannot log in to " + place() + ": " + why);
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    private void enter(Credentials login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "hoso start");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_S);
        DriverManager.getConnection(url, properties).close();
    }

    private static boolean isRefused(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() > 2 && REFUSED.contains(state.substring(0, 2));
    }

    /** Without what may follow: passwords can be given there. */
    private String place() {
        return url.split("\\?", 2)[0];
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("stopped while it was starting");
        }
    }
}
