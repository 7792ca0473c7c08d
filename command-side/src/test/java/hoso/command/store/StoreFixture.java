package hoso.command.store;

import hoso.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;

/** Stores on one real database. */
final class StoreFixture {

    private StoreFixture() {}

    static StoreSettings settings(TestDatabase database) {
        return settings(database, Clock.systemUTC());
    }

    static StoreSettings settings(TestDatabase database, InstantSource clock) {
        return new StoreSettings(
                database.jdbcUrl(),
                new StoreSettings.Login(
                        database.application().user(), database.application().password()),
                new StoreSettings.Login(
                        database.owner().user(), database.owner().password()),
                4,
                clock);
    }

    static EventStore opened(TestDatabase database) throws InterruptedException {
        var store = new EventStore(settings(database));
        store.open();
        return store;
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
