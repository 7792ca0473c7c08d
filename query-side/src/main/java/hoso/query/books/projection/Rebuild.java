package hoso.query.books.projection;

import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Batch;
import hoso.query.feed.EventLog;
import hoso.query.feed.Feed;
import hoso.query.feed.FeedAhead;
import hoso.query.ledger.Contribution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes the books anew from position 0, in the slot that is not live, and lets them take the place of the live ones. */
public final class Rebuild {

    /** What must hold before the new books go live. */
    public enum Expectation {
        /** They say exactly what the live ones say. */
        SAME_BOOKS,
        /** They may say something else: the rules changed, a fault was mended, or the live books are known to be wrong. */
        OTHER_BOOKS
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private static final List<String> TABLES = List.of(
            "code",
            "journal",
            "dossier",
            "petition",
            "parked",
            "publisher",
            "unit_page",
            "procedure_block",
            "segment_page",
            "segment_block",
            "day_line");

    private static final int BATCH_EVENTS = Projector.BATCH_EVENTS_MAX;

    /**
     * What is committed counts as done; how often that is hardly costs anything. Some of them are a segment, so that each
     * is folded in one.
     */
    private static final int COMMIT_EVENTS = 131_072;

    /** Dossiers whose events come one soon after another: some 80,000, each then written once. */
    private static final long SHELF_BYTES = 128L << 20;

    /** The live books are held up only for what came in so short a time. */
    private static final int NEARLY_THERE_EVENTS = 20_000;

    /** Folding or comparing whole books may keep the server silent for long: nobody waits for it. */
    private static final int SILENCE_MILLIS_MAX = 1_800_000;

    private static final Duration BETWEEN_LINES_OF_THE_LOG = Duration.ofSeconds(10);

    private final DataSource writing;
    private final FeedAhead feed;
    private final EventLog log;
    private final Tenure live;
    private final Consumer<RebuildProgress> progress;
    private final long beganNanos = System.nanoTime();
    private long loggedNanos = beganNanos;

    /** As last asked. */
    private long head;

    private RebuildProgress now = RebuildProgress.NONE;

    Rebuild(DataSource writing, Feed feed, EventLog log, Tenure live, Consumer<RebuildProgress> progress) {
        this.writing = writing;
        this.feed = new FeedAhead(feed);
        this.log = log;
        this.live = live;
        this.progress = progress;
    }

    /** While the live books wait, because what they would post no longer fits what they have posted. */
    void byNewRules() throws SQLException {
        try (feed;
                Connection connection = patient();
                BookWriter next = begin(connection)) {
            while (step(next, BATCH_EVENTS)) live.ping();
            next.commit();
            next.settle();
            live.ping();
            next.fold();
            next.settle();
            live.switchTo(next.state());
            report(now.ended("the books now follow edition " + Contribution.EDITION));
        }
    }

    /** While the live books go on. */
    void beside(Expectation expectation) {
        try (Connection connection = patient()) {
            if (!ProjectorLock.tryRebuild(connection)) throw new IllegalStateException("another rebuild runs");
            try (feed;
                    BookWriter next = begin(connection)) {
                String outcome = replaceLive(next, expectation);
                report(now.ended(outcome));
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.error("the rebuild has failed", failure);
            report(now.ended("failed: " + failure.getMessage()));
        }
    }

    /** Answers what came of it. */
    private String replaceLive(BookWriter next, Expectation expectation) throws SQLException {
        if (expectation == Expectation.SAME_BOOKS) {
            catchUp(next, () -> live.state().position());
            if (!same(next)) return "the new books differ from the live ones, which stay";
        }
        catchUp(next, log::head);
        live.inTurn(current -> {
            takeUpTo(next, current.state().position());
            live.switchTo(next.state());
            return next;
        });
        return "the new books are live";
    }

    private Connection patient() throws SQLException {
        Connection connection = writing.getConnection();
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS_MAX);
        return connection;
    }

    private BookWriter begin(Connection connection) throws SQLException {
        head = log.head();
        Slot spare = live.state().slot().other();
        var states = new BookStates(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE "
                    + String.join(", ", TABLES.stream().map(spare::table).toList()));
        }
        states.begin(states.of(spare), live.state().generation() + 1, Contribution.EDITION);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            // after a crash a rebuild begins again; that it goes live is made durable by the live connection
            statement.execute("SET synchronous_commit = off");
        }
        return new BookWriter(connection, spare, SHELF_BYTES, CommitListener.NONE);
    }

    /** Comes near to a position that goes on growing. Beyond the live books there would be nothing to compare with. */
    private void catchUp(BookWriter next, LongSupplier position) throws SQLException {
        boolean more = true;
        while (more && position.getAsLong() - next.place().position() > NEARLY_THERE_EVENTS) {
            head = log.head();
            more = takeUpTo(next, position.getAsLong());
        }
    }

    /** Compares both at one position: the live books only wait until their snapshot is taken. */
    private boolean same(BookWriter next) throws SQLException {
        try (Connection snapshot = patient()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            next.fold();
            BookState compared = live.inTurn(current -> {
                takeUpTo(next, current.state().position());
                current.fold();
                next.fold();
                current.settle();
                next.settle();
                return new BookStates(JdbcClient.create(new SingleConnectionDataSource(snapshot, true)))
                        .of(current.state().slot());
            });
            BookDigest before = BookDigest.of(snapshot, compared.slot());
            BookDigest after = BookDigest.of(snapshot, compared.slot().other());
            snapshot.rollback();
            List<String> different = before.differences(after);
            if (!different.isEmpty()) LOG.error("the new books at {} differ in {}", compared, different);
            return different.isEmpty();
        }
    }

    /** Or up to the end of the log: one that was restored ends before the live books do. Answers whether it went on. */
    private boolean takeUpTo(BookWriter next, long position) throws SQLException {
        boolean more = true;
        while (more && next.place().position() < position)
            more = step(
                    next, (int) Math.min(BATCH_EVENTS, position - next.place().position()));
        next.commit();
        next.settle();
        report(next.state());
        return more;
    }

    /** Answers whether there was anything to take in. */
    private boolean step(BookWriter next, int eventsMax) throws SQLException {
        if (live.isOver()) throw new IllegalStateException("the projector has lost its lock");
        long untilCommit = COMMIT_EVENTS - next.uncommitted();
        Batch batch = feed.after(next.place(), (int) Math.min(eventsMax, untilCommit));
        if (batch.isEmpty()) return false;
        next.add(batch);
        if (next.uncommitted() >= COMMIT_EVENTS) next.checkpoint();
        // nobody asks the new books yet: a segment at once, which bounds the memory and how long rows wait meanwhile
        int segment = next.state().segments().events();
        if (next.uncommitted() == 0 && next.unfolded() >= segment) next.fold();
        report(next.state());
        return true;
    }

    private void report(BookState state) {
        long done = state.position();
        long millis =
                Math.max(1, Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
        report(new RebuildProgress(true, done, Math.max(done, head), done * 1_000 / millis, ""));
    }

    private void report(RebuildProgress next) {
        now = next;
        progress.accept(next);
        if (!next.running()) LOG.info("rebuild: {}", next.outcome());
        else if (System.nanoTime() - loggedNanos > BETWEEN_LINES_OF_THE_LOG.toNanos()) {
            loggedNanos = System.nanoTime();
            LOG.info(
                    "rebuild: {} of {} events, {}/s, {} s left",
                    next.done(),
                    next.total(),
                    next.eventsPerSecond(),
                    next.secondsLeft());
        }
    }
}
