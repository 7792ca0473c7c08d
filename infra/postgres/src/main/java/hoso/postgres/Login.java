package hoso.postgres;

import hoso.process.ServerUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The superuser's way in. */
final class Login {

    /** Seconds: the server is on this machine and has said that it is ready. */
    private static final String TIMEOUT_SECONDS = "10";

    private Login() {}

    static Connection open(EmbeddedPostgres postgres, String database) throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, postgres.ownerUser());
        PGProperty.PASSWORD.set(properties, postgres.ownerPassword());
        PGProperty.CONNECT_TIMEOUT.set(properties, TIMEOUT_SECONDS);
        PGProperty.APPLICATION_NAME.set(properties, "hoso");
        return Objects.requireNonNull(new Driver().connect(postgres.jdbcUrl(database), properties));
    }

    static void check(EmbeddedPostgres postgres) {
        try (var connection = open(postgres, "postgres")) {
            if (!connection.isValid(Integer.parseInt(TIMEOUT_SECONDS))) {
                throw new ServerUnavailable("PostgreSQL has started but does not answer");
            }
        } catch (SQLException e) {
            throw new ServerUnavailable("PostgreSQL has started but does not let us in: " + e.getMessage(), e);
        }
    }
}
