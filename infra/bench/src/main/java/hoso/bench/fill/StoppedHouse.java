package hoso.bench.fill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hoso.bench.house.Computed;
import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import hoso.postgres.Settings;
import hoso.process.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of a data folder whose server does not run. */
public final class StoppedHouse implements AutoCloseable {

    private static final String DATABASE = "hoso";
    private static final String OWNER = "hoso_owner";
    private static final String APPLICATION = "hoso_app";
    private static final int CONNECTIONS = 8;

    private final EmbeddedPostgres postgres;
    private final Secrets secrets;
    private final HikariDataSource reading;

    private StoppedHouse(EmbeddedPostgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
        this.reading = pool();
    }

    public static StoppedHouse open(Path data) {
        Path secrets = data.resolve("secrets");
        var postgres = EmbeddedPostgres.start(
                data.resolve("postgres"), Settings.standard().withSecrets(secrets));
        return new StoppedHouse(postgres, new Secrets(secrets));
    }

    /** As the owner of the tables. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), OWNER, secrets.password(OWNER));
    }

    /** A pool for questions, with the application's rights. */
    public DataSource reading() {
        return reading;
    }

    /** A connection of its own each time, with the application's rights. */
    public DataSource writing() {
        var single = new PGSimpleDataSource();
        single.setUrl(postgres.jdbcUrl(DATABASE));
        single.setUser(APPLICATION);
        single.setPassword(secrets.password(APPLICATION));
        return single;
    }

    /**
     * Makes an empty database beside the house's own, and answers how a query side reaches it; what an earlier run left in
     * it is dropped.
     */
    Map<String, String> emptyBooks(String name) {
        var owner = new Credentials(OWNER, secrets.password(OWNER));
        var application = new Credentials(APPLICATION, secrets.password(APPLICATION));
        var database = new HouseDatabase(name, owner, application);
        database.drop(postgres);
        database.ensure(postgres);
        return Map.of(
                "hoso.books.url",
                postgres.jdbcUrl(name),
                "hoso.books.user",
                application.user(),
                "hoso.books.password",
                application.password(),
                "hoso.books.owner-user",
                owner.user(),
                "hoso.books.owner-password",
                owner.password());
    }

    /** What this JVM and the database have computed. */
    Computed computed() {
        return Computed.of(ProcessHandle.current());
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl(DATABASE));
        config.setUsername(APPLICATION);
        config.setPassword(secrets.password(APPLICATION));
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("prepareThreshold", "1");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        reading.close();
        postgres.close();
    }
}
