package hoso.query.books.projection;

import hoso.postgres.Credentials;
import hoso.query.log.FabricatedLog;
import hoso.query.log.StoreTable;
import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database with the tables of the books, and the store's as far as they are read; used as the application. */
public final class BooksDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();

    public BooksDatabase() {
        Flyway.configure()
                .dataSource(as(database.owner()))
                .schemas("books")
                .locations("classpath:db/books")
                .placeholders(Map.of("application", database.application().user()))
                .load()
                .migrate();
        try (Connection connection = database.connectAs(database.owner())) {
            StoreTable.create(connection, database.application().user());
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public DataSource dataSource() {
        return as(database.application());
    }

    /** As somebody who only reads. */
    public DataSource reader(String name) {
        return as(database.reader(name));
    }

    public Connection connect() throws SQLException {
        return database.connectAs(database.application());
    }

    /** Keeps segments of so many events apart; before anything is folded. */
    public void segmentsOf(int events) {
        forge("UPDATE books.book SET segment_events = " + events);
    }

    public void store(List<FabricatedLog.Row> rows) {
        try (Connection connection = database.connect()) {
            StoreTable.add(connection, rows);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts other bytes in the place of an event. */
    void replace(long position, String rest) {
        forge("UPDATE store.event SET rest = convert_to('" + rest + "', 'UTF8') WHERE position = " + position);
    }

    void cutAllConnections() {
        forge("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /** The one number that a query answers with. */
    public long number(String sql) {
        return JdbcClient.create(dataSource()).sql(sql).query(Long.class).single();
    }

    int liveSlot() {
        return JdbcClient.create(dataSource())
                .sql("SELECT slot FROM books.book WHERE live")
                .query(Integer.class)
                .single();
    }

    /** Rows of dossiers ever read, as soon as all connections that read them have ended and said so. */
    public long settledReads() throws InterruptedException {
        return settledReads("schemaname = 'books' AND relname = 'dossier_0'");
    }

    /** Likewise, of what was landed. */
    public long settledReadsOfLanding() throws InterruptedException {
        return settledReads("schemaname = 'landing'");
    }

    private long settledReads(String tables) throws InterruptedException {
        long reads = -1;
        long again = reads(tables);
        while (again != reads) {
            Thread.sleep(300);
            reads = again;
            again = reads(tables);
        }
        return reads;
    }

    private long reads(String tables) {
        return JdbcClient.create(dataSource())
                .sql("SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables"
                        + " WHERE " + tables)
                .query(Long.class)
                .single();
    }

    /** Does what nobody may. */
    public void forge(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private DataSource as(Credentials role) {
        return new DriverManagerDataSource(database.jdbcUrl(), role.user(), role.password());
    }
}
