package hoso.bench.probe;

import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Inserts events as anybody would: a table with the two indexes that a store of events needs, and JDBC. */
public final class PlainProbe {

    private static final String TABLE = """
            DROP TABLE IF EXISTS plain_event;
            CREATE TABLE plain_event (
                position bigint PRIMARY KEY,
                stream   text   NOT NULL COLLATE "C",
                sequence int    NOT NULL,
                event    bytea  NOT NULL,
                UNIQUE (stream, sequence))""";

    private static final String INSERT =
            "INSERT INTO plain_event (position, stream, sequence, event) VALUES (?, ?, ?, ?)";
    private static final String READ =
            "SELECT position, stream, sequence, event FROM plain_event WHERE position > ? ORDER BY position LIMIT 10000";

    private static final int BATCH = 1_000;

    private static final int WRITERS = 8;

    private final EmbeddedPostgres postgres;
    private final List<PlainEvent> events;
    private final Duration each;
    private final AtomicInteger next = new AtomicInteger();

    private PlainProbe(EmbeddedPostgres postgres, List<PlainEvent> events, Duration each) {
        this.postgres = postgres;
        this.events = events;
        this.each = each;
    }

    /**
     * Probes the machine, on a server of its own that is stopped again.
     *
     * @param events what to insert; in batches all of them, so that the indexes grow as large as the product's
     * @param each how long single inserts go on, unless all events are inserted before
     */
    public static ProbeRates measure(Path folder, List<PlainEvent> events, Duration each) throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Settings.standard())) {
            var probe = new PlainProbe(postgres, events, each);
            probe.createTable();
            double one = probe.singles(1);
            probe.createTable();
            double eight = probe.singles(WRITERS);
            probe.createTable();
            return new ProbeRates(one, eight, probe.batches(), probe.read());
        }
    }

    private void createTable() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        next.set(0);
    }

    private double singles(int writers) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long inserted = 0;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) counts.add(threads.submit(() -> write(began)));
            for (Future<Long> count : counts) inserted += count.get();
        }
        return perSecond(inserted, began);
    }

    private long write(long began) throws SQLException {
        try (var connection = connect();
                var insert = connection.prepareStatement(INSERT)) {
            long inserted = 0;
            for (; goesOn(began); inserted++) {
                fill(insert, next.getAndIncrement());
                insert.executeUpdate();
            }
            return inserted;
        }
    }

    private double batches() throws SQLException {
        long began = System.nanoTime();
        try (var connection = connect();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            while (next.get() < events.size()) {
                int end = Math.min(next.get() + BATCH, events.size());
                while (next.get() < end) {
                    fill(insert, next.getAndIncrement());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return perSecond(next.get(), began);
    }

    private double read() throws SQLException {
        long began = System.nanoTime();
        long read = 0;
        try (var connection = connect();
                var select = connection.prepareStatement(READ)) {
            for (long last = -1; last < next.get() - 1; ) {
                select.setLong(1, last);
                try (var rows = select.executeQuery()) {
                    for (; rows.next(); read++) {
                        last = rows.getLong(1);
                        rows.getString(2);
                        rows.getInt(3);
                        rows.getBytes(4);
                    }
                }
            }
        }
        return perSecond(read, began);
    }

    private void fill(PreparedStatement insert, int at) throws SQLException {
        PlainEvent event = events.get(at);
        insert.setLong(1, at);
        insert.setString(2, event.stream());
        insert.setInt(3, event.sequence());
        insert.setBytes(4, event.bytes());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl("postgres") + "?prepareThreshold=1", postgres.ownerUser(), postgres.ownerPassword());
    }

    /** Eight writers more may be under way. */
    private boolean goesOn(long began) {
        return System.nanoTime() - began < each.toNanos() && next.get() < events.size() - WRITERS;
    }

    private static double perSecond(long count, long began) {
        return count * 1e9 / (System.nanoTime() - began);
    }
}
