package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what has landed into the local order, or stands by while another program does: a session advisory lock on the very
 * connection that writes, as the projector's. Whatever fails, it begins again from what is in the database.
 */
public final class Sequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** "hosoland" in ASCII. */
    private static final long LANDING = 0x686F_736F_6C61_6E64L;

    /** One that is frozen loses its connection, and with it the lock, by itself. */
    private static final String TIMEOUTS = "SET idle_session_timeout = '5s'; SET transaction_timeout = '5s';"
            + " SET idle_in_transaction_session_timeout = '5s'";

    /** How often it is looked whether another program has landed something. */
    private static final long POLL_MILLIS = 100;

    private static final long RETRY_MILLIS = 1_000;

    /** What has to be mended is minutes old when it is told. */
    private static final long LOOK_FOR_TROUBLE_NANOS = Duration.ofSeconds(10).toNanos();

    private final DataSource writing;
    private final Origins known;
    private final List<String> origins;
    private final InstantSource clock;
    private final Runnable placed;
    private final Object signal = new Object();
    private final Thread thread;
    private boolean nudged;
    private volatile boolean closed;

    /** What was told of in the log. */
    private Set<String> told = Set.of();

    private long looked = System.nanoTime();

    /**
     * @param writing opens a connection of its own each time; it is kept as long as the lock is held
     * @param origins that are taken in
     * @param placed called when something has got its place
     */
    public Sequencer(
            DataSource writing, DataSource reading, List<String> origins, InstantSource clock, Runnable placed) {
        this.writing = writing;
        this.known = new Origins(reading);
        this.origins = List.copyOf(origins);
        this.clock = clock;
        this.placed = placed;
        this.thread = Thread.ofPlatform().name("sequencer").daemon().start(this::run);
    }

    /** Says that something has landed. */
    public void nudge() {
        synchronized (signal) {
            nudged = true;
            signal.notifyAll();
        }
    }

    private void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = writing.getConnection()) {
                if (taken(connection)) sequence(connection);
            } catch (SQLException | RuntimeException failure) {
                LOG.warn("the sequencer begins again: {}", failure.toString());
            }
            pause(RETRY_MILLIS);
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LANDING + ")")) {
                if (!row.next() || !row.getBoolean(1)) return false;
            }
            statement.execute(TIMEOUTS);
            return true;
        }
    }

    private void sequence(Connection connection) throws SQLException {
        var sequencing = new Sequencing(connection);
        LOG.info("this program orders what has landed, from position {} on", sequencing.head() + 1);
        while (!closed && !Thread.currentThread().isInterrupted()) {
            long before = sequencing.head();
            boolean more = sequencing.step(origins, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (sequencing.head() > before) placed.run();
            if (more) continue;
            pause(POLL_MILLIS);
            tellOfTrouble();
        }
    }

    private void tellOfTrouble() {
        if (System.nanoTime() - looked < LOOK_FOR_TROUBLE_NANOS) return;
        looked = System.nanoTime();
        Set<String> troubles = new HashSet<>();
        for (OriginState origin : known.states())
            origin.trouble(clock.instant()).ifPresent(troubles::add);
        for (String trouble : troubles) if (!told.contains(trouble)) LOG.error("{}", trouble);
        told = troubles;
    }

    @SuppressWarnings("WaitNotInLoop") // woken too early, it only looks once more
    private void pause(long millis) {
        synchronized (signal) {
            try {
                if (!nudged && !closed) signal.wait(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            nudged = false;
        }
    }

    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
