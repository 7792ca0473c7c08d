package hoso.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The one connection that appends. It holds the writer's lock, and PostgreSQL ends it where nothing is heard of it for
 * five seconds: frozen, in mid-message or cut off, this instance then is writer no longer.
 */
final class WriterSession implements AutoCloseable {

    /** "hosostor" in ASCII: no other program has a reason to lock it. */
    private static final long LOCK = 0x686f736f73746f72L;

    /** Between this and the second of the pings there is room for a slow collection of garbage. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    private static final String OPTIONS = "-c client_min_messages=warning";

    private static final String BACKEND =
            "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()";

    private static final String ALIVE = "SELECT 1 FROM pg_stat_activity WHERE pid = ? AND backend_start = ?";

    private static final String NEWEST = "SELECT position, recorded_at FROM store.event ORDER BY position DESC LIMIT 1";

    private static final String NEWEST_REFERENCE =
            "SELECT position FROM store.event WHERE stream = 'r/' ORDER BY sequence DESC LIMIT 1";

    private static final String LOST_TO = "SELECT coalesce(max(lost_to), 0) FROM store.incarnation";

    private static final String LEAF = "SELECT leaf FROM store.event WHERE position = ?";

    /** A process of the server: its id is used again, its id and start together are not. */
    record Backend(int pid, OffsetDateTime start) {}

    private final Connection connection;
    private final Backend backend;
    private volatile long lastRoundTrip;

    private WriterSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.backend = readBackend();
    }

    static WriterSession open(StoreSettings settings) throws SQLException {
        Connection connection =
                FencedConnection.open(settings.url(), settings.application(), "hoso writer", SILENCE_MAX, OPTIONS);
        try {
            return new WriterSession(connection);
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    /** Takes the lock where nobody has it. A session that waited for it in PostgreSQL would hold back VACUUM. */
    boolean tryLock() throws SQLException {
        lastRoundTrip = System.nanoTime();
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Tells PostgreSQL that we are here; answers with its time. */
    Instant ping() throws SQLException {
        long began = System.nanoTime();
        try (var statement = connection.prepareStatement("SELECT clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            lastRoundTrip = began;
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /**
     * Stores a batch; when this returns, it is durable.
     *
     * @throws SQLException see {@link Failures} for whether it may have been stored all the same
     */
    void append(Batch batch) throws SQLException {
        long began = System.nanoTime();
        new BatchInsert(connection).run(batch);
        lastRoundTrip = began;
    }

    Head head() throws SQLException {
        long lostTo = number(LOST_TO);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NEWEST)) {
            if (!row.next()) return new Head(0, Instant.EPOCH, 0, lostTo);
            return new Head(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    number(NEWEST_REFERENCE),
                    lostTo);
        }
    }

    /** What a SELECT of one number answers; 0 where it has no row. */
    private long number(String select) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether the log holds this very batch; only asked when the connection that sent it has ended. */
    boolean holds(Batch batch) throws SQLException {
        var first = batch.entries().getFirst();
        try (var statement = connection.prepareStatement(LEAF)) {
            statement.setLong(1, first.stored().position());
            try (var row = statement.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), first.leaf());
            }
        }
    }

    Backend backend() {
        return backend;
    }

    /** Whether a backend, of this or another connection, has not ended yet. */
    boolean isAlive(Backend other) throws SQLException {
        try (var statement = connection.prepareStatement(ALIVE)) {
            statement.setInt(1, other.pid());
            statement.setObject(2, other.start());
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How long ago the last round trip that was answered began. */
    long silenceMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastRoundTrip);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // the server frees the lock either way
        }
    }

    private Backend readBackend() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(BACKEND)) {
            row.next();
            return new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
        }
    }
}
