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
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    private final Boards boards;
    private final BoardClock clock;
    private final Positions positions;
    private final PostingReader postings;
    private final DataSource writing;
    private final Consumer<Board> shown;
    private final Duration every;
    private final BeginsAgain beginsAgain = new BeginsAgain(LOG, "what boards show");

    private @Nullable Thread thread;

    /**
     * @param writing opens a connection of its own each time
     * @param shown takes each board
     * @param every how long from one look to the next
     */
    public BoardKeeper(
            Boards boards,
            BoardClock clock,
            Positions positions,
            PostingReader postings,
            DataSource writing,
            Consumer<Board> shown,
            Duration every) {
        this.boards = boards;
        this.clock = clock;
        this.positions = positions;
        this.postings = postings;
        this.writing = writing;
        this.shown = shown;
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
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = writing.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(TIMEOUTS);
                }
                keep(new BoardTables(connection, postings));
            } catch (SQLException | RuntimeException failed) {
                beginsAgain.because(failed);
            }
            if (!rest()) return;
        }
    }

    private void keep(BoardTables tables) throws SQLException {
        boolean caughtUp;
        do {
            Board board = boards.at(clock.position(positions.answering()), clock.instant());
            shown.accept(board);
            caughtUp = tables.show(board);
            beginsAgain.goesWell();
        } while (caughtUp ? rest() : !Thread.currentThread().isInterrupted());
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
