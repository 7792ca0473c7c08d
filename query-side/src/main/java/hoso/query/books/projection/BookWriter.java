package hoso.query.books.projection;

import hoso.query.books.block.Folding;
import hoso.query.books.block.UnitLines;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.CodeTable;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.Slot;
import hoso.query.books.slot.WriteBehind;
import hoso.query.feed.Batch;
import hoso.query.feed.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes the books of one slot: some batches in one transaction with the feed's place. What it keeps in memory holds only
 * as long as nothing fails: after any exception it and its connection are thrown away.
 */
final class BookWriter implements AutoCloseable {

    /**
     * Rows that wait to be written take a quarter of what the dossiers on the shelf take: enough for a rebuild to go on
     * while blocks are folded, and no more than is written within seconds, for the transaction of live books has to end.
     */
    private static final int SHELF_TO_WAITING_ROWS = 4;

    private final WriteBehind writes;
    private final Connection connection;
    private final BookStates states;
    private final CommitListener listener;
    private final CodeTable codeTable;
    private final Codes codes = new Codes();
    private final Bookkeeper bookkeeper;

    /** The place after what has been added, be it committed or not. */
    private Place place;

    /** When the first was added of those that are not committed, by {@link System#nanoTime}. */
    private long beganNanos;

    /** Up to here all is committed, or will be next. */
    private long committed;

    /** Up to here all is folded, or will be next. */
    private long folded;

    /** Read by those who ask how far the books are. */
    private volatile BookState state;

    private volatile int parkedStreams;

    private volatile long heardNanos = System.nanoTime();

    /**
     * @param connection in autocommit, and used by nobody else
     * @param shelfBytes of the heap, about, for dossiers that are needed again soon
     * @param listener told of each commit
     */
    BookWriter(Connection connection, Slot slot, long shelfBytes, CommitListener listener) throws SQLException {
        this.writes = new WriteBehind("book-writer", Math.toIntExact(Math.max(1, shelfBytes / SHELF_TO_WAITING_ROWS)));
        this.connection = connection;
        this.listener = listener;
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.states = new BookStates(sql);
        this.codeTable = new CodeTable(sql);
        this.state = states.of(slot);
        this.place = state.place();
        this.committed = state.position();
        this.folded = state.folded();
        codeTable.readInto(codes, slot);
        this.bookkeeper = new Bookkeeper(writes, connection, state, shelfBytes, codes);
        this.parkedStreams = bookkeeper.parked();
        findByIndexOnly();
    }

    /** As last heard from the database. */
    BookState state() {
        return state;
    }

    /** The place after what has been added. */
    Place place() {
        return place;
    }

    int parked() {
        return parkedStreams;
    }

    /** When the last commit or question began that succeeded, by {@link System#nanoTime}: the lock was held then. */
    long heardNanos() {
        return heardNanos;
    }

    /** Events that are in the journal and that nobody has been told to fold into the blocks. */
    long unfolded() {
        return place.position() - folded;
    }

    /** Events added since the last commit. */
    long uncommitted() {
        return place.position() - committed;
    }

    /** Adds a batch; until {@link #commit} nobody sees it. */
    void add(Batch batch) throws SQLException {
        if (uncommitted() == 0) beganNanos = System.nanoTime();
        writes.soon(() -> connection.setAutoCommit(false));
        bookkeeper.enter(batch.events());
        place = batch.end();
    }

    /** Commits all that was added; {@link #settle} waits until that is done. */
    void commit() throws SQLException {
        writes.soon(() -> connection.setAutoCommit(false));
        bookkeeper.writeDossiers();
        checkpoint();
    }

    /**
     * Commits all but the dossiers that are on the shelf: for books that nobody asks, and that are made anew from the
     * beginning if they are not brought to an end.
     */
    void checkpoint() throws SQLException {
        bookkeeper.writePublishers();
        List<Codes.Numbered> added = codes.takeAdded();
        int numbered = codes.size();
        int parked = bookkeeper.parked();
        Place reached = place;
        long events = uncommitted();
        long first = beganNanos;
        writes.soon(() -> {
            long began = System.nanoTime();
            codeTable.write(added, state.slot());
            states.advance(state, reached, numbered);
            connection.commit();
            connection.setAutoCommit(true);
            parkedStreams = parked;
            state = states.of(state.slot());
            heardNanos = began;
            if (events > 0) listener.committed(events, System.nanoTime() - first);
        });
        committed = reached.position();
    }

    /** Folds all that is committed, which must be all that was added; other events may be added meanwhile. */
    void fold() throws SQLException {
        UnitLines posted = bookkeeper.takePosted(committed);
        writes.soon(() -> {
            Folding.fold(connection, state, posted);
            state = states.of(state.slot());
        });
        folded = committed;
    }

    /** Waits until all is done that was asked for. */
    void settle() throws SQLException {
        writes.now(() -> state);
    }

    /** Asks the database for nothing, so that it sees somebody there. */
    void ping() throws SQLException {
        writes.now(() -> {
            long began = System.nanoTime();
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            heardNanos = began;
            return state;
        });
    }

    /** Gives up the connection; what was not committed is lost with it. */
    @Override
    public void close() {
        writes.close();
    }

    /** The planner knows nothing of how many rows a batch has; a scan of all dossiers would be its worst guess. */
    private void findByIndexOnly() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
        }
    }
}
