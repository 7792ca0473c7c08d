package hoso.house;

import hoso.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One house for the test classes that only knock at its doors, opened by the first and closed after the last. Each class
 * has units and dossiers of its own.
 */
final class SharedHouse implements BeforeAllCallback {

    private static Open open;

    private record Open(TestDatabase database, RunningHouse house) implements AutoCloseable {
        @Override
        public void close() {
            house.close();
            database.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedHouse.class))
                .computeIfAbsent("house", any -> open(), Open.class);
    }

    private static Open open() {
        TestDatabase database = TestDatabase.fresh();
        return new Open(database, RunningHouse.on(database));
    }

    static RunningHouse house() {
        return open.house();
    }

    static TestDatabase database() {
        return open.database();
    }
}
