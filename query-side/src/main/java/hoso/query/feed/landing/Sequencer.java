package hoso.query.feed.landing;

import hoso.query.feed.BeginsAgain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    /** A question does not wait noticeably longer, and there are at most so many spans a second. */
    private static final long GATHER_MILLIS = 50;

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

    private final BeginsAgain beginsAgain = new BeginsAgain(LOG, "the sequencer");

    /**
     * @param writing opens a connection of its own each time; it is kept as long as the lock is held
     * @param origins that are taken in
     * @param placed called when something has got its place
     */
    public Sequencer(
            DataSource writing, DataSource reading, List<String> origins, InstantSource clock, Runnable placed) {
        this.writing = writing;
        this.known = new Origins(reading, origins);
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
                beginsAgain.because(failure);
            }
            pause(RETRY_MILLIS, false);
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TIMEOUTS);
            try (var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LANDING + ")")) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void sequence(Connection connection) throws SQLException {
        var sequencing = new Sequencing(connection);
        LOG.info("this program orders what has landed, from position {} on", sequencing.head() + 1);
        while (!closed && !Thread.currentThread().isInterrupted()) {
            long before = sequencing.head();
            boolean more = sequencing.step(origins, now(connection));
            beginsAgain.goesWell();
            if (sequencing.head() > before) placed.run();
            if (more) continue;
            // what comes one by one gets a span for some of it together
            if (sequencing.head() > before) pause(GATHER_MILLIS, false);
            pause(POLL_MILLIS, true);
            tellOfTrouble();
        }
    }

    /** By the database's clock, which all programs on it share. */
    private static Instant now(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
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

    private void pause(long millis, boolean untilNudged) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (signal) {
            try {
                for (long left = millis; left > 0 && !closed && !(untilNudged && nudged); ) {
                    signal.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (untilNudged) nudged = false;
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
