package hoso.query.books.projection;

import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Batch;
import hoso.query.feed.Feed;
import hoso.query.feed.FeedAhead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The time for which one connection holds the lock. Batches and a rebuild's switch take turns. */
final class Tenure {

    /**
     * Under load the journal may grow so far before it is folded: then folding costs the less an event, and a question
     * still adds the rest up within milliseconds.
     */
    private static final int FOLD_UNDER_LOAD = 262_144;

    /** With nothing waiting it is folded from here on: questions become quicker, and nobody waits for it. */
    private static final int FOLD_AT_REST = 65_536;

    private final Connection connection;
    private final FeedAhead feed;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile BookWriter writer;
    private volatile boolean over;

    Tenure(Connection connection, Feed feed) throws SQLException {
        this.connection = connection;
        this.feed = new FeedAhead(feed);
        this.writer = new BookWriter(connection, live());
    }

    /** Takes in what waits, at most so many events; answers how many there were. */
    int step(int eventsMax) throws SQLException {
        turn.lock();
        try {
            Batch batch = feed.after(writer.state().place(), eventsMax);
            if (!batch.isEmpty()) writer.take(batch);
            boolean atRest = batch.events().size() < eventsMax;
            if (writer.unfolded() >= (atRest ? FOLD_AT_REST : FOLD_UNDER_LOAD)) writer.fold();
            return batch.events().size();
        } finally {
            turn.unlock();
        }
    }

    /** Keeps the connection from being taken for one of a frozen projector. */
    void ping() throws SQLException {
        turn.lock();
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
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

    /** What is done while no batch is taken in. */
    interface Turn<T> {
        T with(BookWriter live) throws SQLException;
    }

    <T> T inTurn(Turn<T> action) throws SQLException {
        turn.lock();
        try {
            return action.with(writer);
        } finally {
            turn.unlock();
        }
    }

    /** Says that the lock is given up, or lost. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Goes on with the other slot; it has taken in as much as the live one. */
    void switchTo(BookState next) throws SQLException {
        turn.lock();
        try {
            connection.setAutoCommit(false);
            states().switchTo(next, writer.state());
            connection.commit();
            connection.setAutoCommit(true);
            writer = new BookWriter(connection, next.slot());
        } finally {
            turn.unlock();
        }
    }

    private Slot live() {
        return states().live().slot();
    }

    private BookStates states() {
        return new BookStates(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }
}
