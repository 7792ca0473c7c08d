package hoso.testkit.database;

import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.Settings;
import hoso.process.ServerUnavailable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The server of this JVM, started by the first test that asks, stopped at the end of the JVM.
 *
 * <p>Its folder lies in the temporary folder, which every user may search, and is used again by the next JVM, emptied:
 * that saves making a cluster. JVMs that run at once take different folders.
 */
final class SharedServer {

    /** More test JVMs than this never run at once on one machine. */
    private static final int FOLDERS_MAX = 16;

    /** Tests of several Spring contexts keep their pools open side by side. */
    private static final String CONNECTIONS_MAX = "300";

    private static final EmbeddedPostgres POSTGRES = start();

    private SharedServer() {}

    static EmbeddedPostgres postgres() {
        return POSTGRES;
    }

    private static EmbeddedPostgres start() {
        var postgres = inAFreeFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "test-database-stop"));
        try {
            empty(postgres);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot empty the test server", e);
        }
        return postgres;
    }

    private static EmbeddedPostgres inAFreeFolder() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "hoso-test-" + System.getProperty("user.name"));
        var settings = Settings.standard().with("max_connections", CONNECTIONS_MAX);
        var refusals = new ArrayList<String>();
        for (int i = 0; i < FOLDERS_MAX; i++) {
            try {
                return EmbeddedPostgres.start(folder.resolve(i + "/postgres"), settings);
            } catch (ServerUnavailable e) {
                refusals.add(e.getMessage());
            }
        }
        throw new ServerUnavailable("no server for tests: " + String.join("; ", refusals));
    }

    /** Takes away what an earlier JVM has left, databases before the roles that own them. */
    private static void empty(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.ownerUser(), postgres.ownerPassword());
                var statement = connection.createStatement()) {
            var sweep = new ArrayList<String>();
            for (var query : List.of(
                    "SELECT format('DROP DATABASE %I', datname) FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'",
                    "SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE rolname <> 'postgres' AND rolname !~ '^pg_'")) {
                try (var rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        sweep.add(rows.getString(1));
                    }
                }
            }
            for (var drop : sweep) {
                statement.execute(drop);
            }
        }
    }
}
