package hoso.query.board.kept;

import hoso.query.board.Board;
import hoso.query.board.BoardClock;
import hoso.query.board.Boards;
import hoso.query.books.PostingReader;
import hoso.query.feed.BeginsAgain;
import hoso.query.question.Positions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the books again and again: makes what boards show, hands it to whoever is scraped, and writes it for those who ask by
 * SQL. Whatever fails, what was shown last goes on to be shown, and its age tells.
 */
public final class BoardKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardKeeper.class);

    /** A frozen program does not keep others from writing. */
    private static final String TIMEOUTS =
            "SET idle_in_transaction_session_timeout = '15s'; SET transaction_timeout = '60s'";

    /** A second or two: who scrapes is not to wait for all that a rebuild has to sum. */
    private static final int PIECES_AT_ONCE = 4;

    /** Each opens a connection; what is to be broken off may begin just after the one before. */
    private static final Duration BREAK_OFF_EVERY = Duration.ofMillis(500);

    private final Boards boards;
    private final BoardClock clock;
    private final Positions positions;
    private final PostingReader postings;
    private final DataSource writing;
    private final BoardAudience audience;
    private final Duration every;
    private final BeginsAgain beginsAgain = new BeginsAgain(LOG, "what boards show");

    private @Nullable Thread thread;

    /** What it writes by now. */
    private volatile @Nullable Connection writer;

    /**
     * @param writing opens a connection of its own each time
     * @param audience is told of each board
     * @param every how long from one look to the next
     */
    public BoardKeeper(
            Boards boards,
            BoardClock clock,
            Positions positions,
            PostingReader postings,
            DataSource writing,
            BoardAudience audience,
            Duration every) {
        this.boards = boards;
        this.clock = clock;
        this.positions = positions;
        this.postings = postings;
        this.writing = writing;
        this.audience = audience;
        this.every = every;
    }

    public synchronized void start() {
        if (thread != null) throw new IllegalStateException("it runs already");
        thread = Thread.ofPlatform().name("boards").daemon().start(this::run);
    }

    @Override
    public synchronized void close() {
        Thread running = thread;
        if (running == null) return;
        running.interrupt();
        try {
            do breakOff();
            while (!running.join(BREAK_OFF_EVERY));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** A statement does not hear that its thread is to stop; after a rebuild it may take some seconds. */
    private void breakOff() {
        Connection now = writer;
        try {
            if (now != null) now.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException gone) {
            LOG.debug("there is nothing to break off", gone);
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = writing.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(TIMEOUTS);
                }
                writer = connection;
                keep(new BoardTables(connection, postings));
            } catch (SQLException | RuntimeException failed) {
                if (!Thread.currentThread().isInterrupted()) beginsAgain.because(failed);
            } finally {
                writer = null;
            }
            if (!rest()) return;
        }
    }

    private void keep(BoardTables tables) throws SQLException {
        var loading = new Loading(positions.answering(), System.nanoTime());
        boolean mayRest;
        do {
            long reached = positions.answering();
            boolean others = loading.isOnAt(reached, System.nanoTime());
            Board board = boards.at(clock.position(reached), clock.instant());
            audience.made(board);
            boolean caughtUp = tables.show(board, others ? 1 : PIECES_AT_ONCE);
            if (caughtUp) audience.written();
            mayRest = caughtUp || others;
            beginsAgain.goesWell();
        } while (mayRest ? rest() : !Thread.currentThread().isInterrupted());
    }

    /** Answers whether to go on. */
    private boolean rest() {
        try {
            Thread.sleep(every);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
