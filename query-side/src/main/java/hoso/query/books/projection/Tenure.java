package hoso.query.books.projection;

import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Batch;
import hoso.query.feed.Feed;
import hoso.query.feed.FeedAhead;
import hoso.query.feed.LogNotAsRead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The time for which one connection holds the lock. Batches and a rebuild's switch take turns. */
final class Tenure implements AutoCloseable {

    /**
     * Under load the journal may grow so far before it is folded: then folding costs the less an event, and a question
     * still adds the rest up within milliseconds.
     */
    private static final int FOLD_UNDER_LOAD = 262_144;

    /** With nothing waiting it is folded from here on: questions become quicker, and nobody waits for it. */
    private static final int FOLD_AT_REST = 65_536;

    /**
     * Under load a transaction takes so many full batches, so that a dossier whose events come one soon after another is
     * written once for some of them; what it has in memory stays bounded, because each batch is taken in by itself.
     */
    private static final int BATCHES_AT_ONCE = 64;

    /** But no longer than this, plus one batch: nobody sees what is not committed. */
    private static final long TRANSACTION_NANOS = Duration.ofSeconds(1).toNanos();

    /** Dossiers whose events come one soon after another: some 60,000; a province has some 20,000 open. */
    private static final long SHELF_BYTES = 96L << 20;

    private final Connection connection;
    private final FeedAhead feed;
    private final CommitListener listener;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile BookWriter writer;
    private volatile boolean over;

    Tenure(Connection connection, Feed feed, CommitListener listener) throws SQLException {
        this.connection = connection;
        this.listener = listener;
        this.feed = new FeedAhead(feed);
        this.writer = writer(live());
    }

    /**
     * Takes in what waits, in one transaction; answers how many events there were. Where more waits, these are being
     * committed while the next are taken in.
     *
     * @param eventsMax of a batch
     */
    int step(int eventsMax) throws SQLException {
        turn.lock();
        try {
            boolean atRest = addWhatWaits(eventsMax);
            int taken = (int) writer.uncommitted();
            if (taken > 0) writer.commit();
            // after a failure batches are smaller: whether they succeed is to be known before larger ones come
            if (atRest || eventsMax < Projector.BATCH_EVENTS_MAX) writer.settle();
            if (writer.unfolded() >= (atRest ? FOLD_AT_REST : FOLD_UNDER_LOAD)) writer.fold();
            return taken;
        } finally {
            turn.unlock();
        }
    }

    /** Answers whether no more waits. */
    private boolean addWhatWaits(int eventsMax) throws SQLException {
        long began = System.nanoTime();
        for (int batches = 0; batches < BATCHES_AT_ONCE; batches++) {
            Batch batch = next(eventsMax);
            if (!batch.isEmpty()) writer.add(batch);
            if (!batch.more()) return true;
            if (System.nanoTime() - began > TRANSACTION_NANOS) return false;
        }
        return false;
    }

    /** What was read before the log was found to be another one is committed first, as if it had been read alone. */
    private Batch next(int eventsMax) {
        try {
            return feed.after(writer.place(), eventsMax);
        } catch (LogNotAsRead notAsRead) {
            if (writer.uncommitted() == 0) throw notAsRead;
            return new Batch(writer.place(), List.of(), false);
        }
    }

    /** Keeps the connection from being taken for one of a frozen projector. */
    void ping() throws SQLException {
        turn.lock();
        try {
            writer.ping();
        } finally {
            turn.unlock();
        }
    }

    BookState state() {
        return writer.state();
    }

    int parked() {
        return writer.parked();
    }

    /** See {@link BookWriter#heardNanos}. */
    long heardNanos() {
        return writer.heardNanos();
    }

    /** What is done while no batch is taken in, and all that were are committed. */
    interface Turn<T> {
        T with(BookWriter live) throws SQLException;
    }

    <T> T inTurn(Turn<T> action) throws SQLException {
        turn.lock();
        try {
            writer.settle();
            return action.with(writer);
        } finally {
            turn.unlock();
        }
    }

    /** Says that the lock is given up, or lost. */
    @Override
    public void close() {
        over = true;
        feed.close();
        writer.close();
    }

    boolean isOver() {
        return over;
    }

    /** Goes on with the other slot; it has taken in as much as the live one. */
    void switchTo(BookState next) throws SQLException {
        turn.lock();
        try {
            writer.settle();
            connection.setAutoCommit(false);
            states().switchTo(next, writer.state());
            connection.commit();
            connection.setAutoCommit(true);
            writer.close();
            writer = writer(next.slot());
        } finally {
            turn.unlock();
        }
    }

    private BookWriter writer(Slot slot) throws SQLException {
        return new BookWriter(connection, slot, SHELF_BYTES, listener);
    }

    private Slot live() {
        return states().live().slot();
    }

    private BookStates states() {
        return new BookStates(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }
}
