package hoso.query.books.projection;

import hoso.query.books.projection.ProjectorStatus.Phase;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.feed.BeginsAgain;
import hoso.query.feed.EventLog;
import hoso.query.feed.Feed;
import hoso.query.feed.LogNotAsRead;
import hoso.query.ledger.Contribution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the live books up with the log, or stands by while another one does. Whatever fails, it drops all it has in
 * memory and its connection, and begins again from what is in the database. Where the log is not the one it read, it
 * takes nothing in and keeps the lock, so that it can be told to make the books anew.
 */
public final class Projector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    /**
     * Some batches are in memory at once, the one taken in and those read ahead: where they are larger, what the garbage
     * collector copies again and again takes more time than a batch costs by itself.
     */
    static final int BATCH_EVENTS_MAX = 2_048;

    /** After a failure, perhaps because a transaction took too long: enough that progress is made on any machine. */
    private static final int BATCH_EVENTS_MIN = 64;

    /** With so many in a transaction its cost is lost among theirs, and the next one may follow at once. */
    private static final int ENOUGH_EVENTS = 16_384;

    /** How often the log is asked for more where nobody says that there is; a question waits no longer for its event. */
    private static final long POLL_MILLIS = 20;

    /**
     * A transaction of fewer leaves nothing behind, and what comes next is given so long to gather, unless somebody
     * waits for it: at 3,000 single events a second, transactions of 30 events took a fifth of all processor time. A
     * dossier whose events come one soon after another is written once for those that were gathered.
     */
    private static final long GATHER_MILLIS = 500;

    /** How often a stand-by asks for the lock, one that failed tries again, and an idle connection is pinged. */
    private static final long RETRY_MILLIS = 1_000;

    /**
     * How long the projector's own word on how far the books are is taken after it last heard from the database; the lock
     * may have gone to another one since. An idle one asks each second; while a long batch is written the database tells.
     */
    private static final long HEARD_LATELY_NANOS = Duration.ofSeconds(3).toNanos();

    private final DataSource writing;
    private final DataSource reading;
    private final Feed feed;
    private final EventLog log;
    private final CommitListener listener;
    private final Object signal = new Object();
    private int batchEvents = BATCH_EVENTS_MAX;
    private boolean nudged;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Tenure tenure;
    private volatile @Nullable String stoppedBecause;

    private volatile boolean away;

    private final BeginsAgain beginsAgain = new BeginsAgain(LOG, "the projector");

    private volatile RebuildProgress rebuild = RebuildProgress.NONE;
    private final AtomicReference<@Nullable BookState> seen = new AtomicReference<>();

    /** Without anybody who is told. */
    public Projector(DataSource writing, DataSource reading, EventLog log) {
        this(writing, reading, log, CommitListener.NONE);
    }

    /**
     * @param writing opens a connection of its own each time; it is kept as long as the lock is held
     * @param reading for short questions
     * @param listener told of each transaction, those of a rebuild aside
     */
    public Projector(DataSource writing, DataSource reading, EventLog log, CommitListener listener) {
        this.writing = writing;
        this.reading = reading;
        this.log = log;
        this.listener = listener;
        this.feed = new Feed(log);
    }

    public synchronized void start() {
        if (thread != null) throw new IllegalStateException("the projector runs already");
        stopping = false;
        thread = Thread.ofPlatform().name("projector").daemon().start(this::run);
    }

    /** Ends after the batch it is at; what is not committed by then is taken in again by whoever goes on. */
    public void stop() {
        stopping = true;
        nudge();
        Thread running = thread;
        if (running == null) return;
        try {
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Says that there may be more in the log, or that somebody waits for what there is. */
    public void nudge() {
        synchronized (signal) {
            nudged = true;
            signal.notifyAll();
        }
    }

    /**
     * Builds new books beside the live ones, in the background, and goes on with them.
     *
     * @param expectation what must hold for that
     * @throws IllegalStateException where this is not the projector, or a rebuild runs already
     */
    public void rebuild(Rebuild.Expectation expectation) {
        Tenure held = tenure;
        if (held == null) throw new IllegalStateException("another one writes the books");
        synchronized (this) {
            if (rebuild.running()) throw new IllegalStateException("a rebuild runs already");
            rebuild = new RebuildProgress(true, 0, log.head(), 0, "");
        }
        Thread.ofPlatform().name("rebuild").daemon().start(() -> rebuilder(held).beside(expectation));
    }

    private Rebuild rebuilder(Tenure held) {
        return new Rebuild(writing, feed, log, held, progress -> rebuild = progress);
    }

    /** The position that the live books have reached. */
    public long projected() {
        return live().position();
    }

    /** Where the live books stand; asks the database where another one writes them, or may by now. */
    public BookState live() {
        Tenure held = tenure;
        if (held != null && System.nanoTime() - held.heardNanos() < HEARD_LATELY_NANOS) return held.state();
        BookState known = seen.get();
        BookState asked = new BookStates(JdbcClient.create(reading)).live();
        if (held == null || isBehind(known, asked)) seen.compareAndSet(known, asked);
        return asked;
    }

    /** Whether the database of the books could not be reached when it was last tried, which is once a second while it cannot. */
    public boolean isDatabaseAway() {
        return away;
    }

    public ProjectorStatus status() {
        Tenure now = tenure;
        String reason = stoppedBecause;
        Phase phase = reason != null ? Phase.STOPPED : now == null ? Phase.STANDBY : Phase.PROJECTING;
        BookState known = seen.get();
        return new ProjectorStatus(
                phase, known == null ? 0 : known.position(), now == null ? 0 : now.parked(), rebuild, reason);
    }

    private void run() {
        while (!stopping && !Thread.currentThread().isInterrupted()) {
            boolean reached = false;
            try (Connection connection = writing.getConnection()) {
                reached = true;
                away = false;
                if (ProjectorLock.tryBooks(connection)) project(connection);
                else stoppedBecause = null;
            } catch (SQLException | RuntimeException failure) {
                batchEvents = Math.max(BATCH_EVENTS_MIN, batchEvents / 2);
                away = !reached;
                beginsAgain.because(failure);
            } finally {
                tenure = null;
            }
            if (!stopping) pause(RETRY_MILLIS, false);
        }
    }

    private void project(Connection connection) throws SQLException {
        try (var held = new Tenure(connection, feed, listener)) {
            project(held);
        }
    }

    private void project(Tenure held) throws SQLException {
        // standing by until the books are ours to add to
        if (held.state().edition() != Contribution.EDITION) advance(held);
        arrived(held.state());
        tenure = held;
        beginsAgain.goesWell();
        LOG.info(
                "this program writes the books, from position {} on",
                held.state().position() + 1);
        held.ping();
        while (!stopping && !Thread.currentThread().isInterrupted()) {
            int taken = advance(held);
            arrived(held.state());
            if (taken > 0) {
                boolean enough = taken >= ENOUGH_EVENTS;
                batchEvents = Math.min(BATCH_EVENTS_MAX, batchEvents * 2);
                if (!enough) pause(GATHER_MILLIS, true);
                continue;
            }
            if (stoppedBecause == null) pause(POLL_MILLIS, true);
            else pause(RETRY_MILLIS, false);
            if (System.nanoTime() - held.heardNanos()
                    >= Duration.ofMillis(RETRY_MILLIS).toNanos()) held.ping();
        }
    }

    /**
     * Takes in what waits; answers how many events. Where the log is not the one read before, nothing is taken in
     * until it is again, or until somebody has asked for books made from the log as it now is: the lock stays held for
     * that. Old books are made anew by new rules before anything is added, once: what stops that stops it again.
     */
    private int advance(Tenure held) throws SQLException {
        try {
            if (held.state().edition() != Contribution.EDITION) {
                if (stoppedBecause != null) return 0;
                rebuilder(held).byNewRules();
            }
            int taken = held.step(batchEvents);
            if (stoppedBecause != null) LOG.info("the projector goes on");
            stoppedBecause = null;
            return taken;
        } catch (LogNotAsRead notAsRead) {
            if (stoppedBecause == null) LOG.error("the projector has stopped: {}", notAsRead.getMessage());
            stoppedBecause = notAsRead.getMessage();
            return 0;
        }
    }

    private void arrived(BookState state) {
        BookState before = seen.getAndUpdate(known -> isBehind(state, known) ? known : state);
        if (before != null && before.position() == state.position()) return;
        synchronized (signal) {
            signal.notifyAll();
        }
    }

    private static boolean isBehind(@Nullable BookState one, @Nullable BookState other) {
        return one != null
                && other != null
                && one.generation() == other.generation()
                && one.position() < other.position();
    }

    @SuppressWarnings("WaitNotInLoop") // woken too early, it only looks once more
    private void pause(long millis, boolean untilNudged) {
        synchronized (signal) {
            try {
                if (!(untilNudged && nudged)) signal.wait(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (untilNudged) nudged = false;
        }
    }
}
