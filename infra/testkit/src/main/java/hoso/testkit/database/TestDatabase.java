package hoso.testkit.database;

import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database of a test class on the JVM's shared server, with the two roles the product has: the owner, who
 * migrates, and the application. {@link #user()} is the superuser, for tests that need neither.
 *
 * <p>Make it in a static field and close it after the class, or leave that to the next JVM.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final HouseDatabase house;

    private TestDatabase(HouseDatabase house) {
        this.house = house;
    }

    /** One at a time: the roles are the server's, and PostgreSQL lets only one alter them. */
    public static synchronized TestDatabase fresh() {
        var house = new HouseDatabase(
                "test_" + MADE.incrementAndGet(),
                new Credentials("hoso_owner", "owner"),
                new Credentials("hoso_app", "application"));
        house.ensure(server());
        return new TestDatabase(house);
    }

    /** The shared server: stopping it, or killing it, hits every test of this JVM. */
    public static EmbeddedPostgres server() {
        return SharedServer.postgres();
    }

    public String name() {
        return house.name();
    }

    public String jdbcUrl() {
        return server().jdbcUrl(house.name());
    }

    public String user() {
        return server().ownerUser();
    }

    public String password() {
        return server().ownerPassword();
    }

    public Credentials owner() {
        return house.owner();
    }

    public Credentials application() {
        return house.application();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    public Connection connectAs(Credentials role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role.user(), role.password());
    }

    /** Lets a role log in that reads what everybody may. One at a time, as above. */
    public Credentials reader(String name) {
        var reader = new Credentials(name, "reader");
        synchronized (TestDatabase.class) {
            house.ensureReader(server(), reader);
        }
        return reader;
    }

    /** Drops the database, ending whatever is still connected to it. */
    @Override
    public void close() {
        house.drop(server());
    }
}
