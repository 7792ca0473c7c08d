package hoso.query.board.kept;

import hoso.event.history.ReferenceRegister;
import hoso.query.board.Board;
import hoso.query.board.Standing;
import hoso.query.books.PostingReader;
import hoso.vocabulary.VietnamTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to a board, over one connection. Several programs may do so on one database: each transaction is one
 * program's alone, and whoever finds that another has been there goes on from where that one left off.
 */
public final class BoardTables {

    /** "hosobord" in ASCII. */
    static final long LOCK = 0x686F_736F_626F_7264L;

    /** Summed in memory at once: a row or two an event, where each is of another procedure, of half a kilobyte. */
    private static final int PIECE_EVENTS = 32_768;

    /** A transaction of some hundred milliseconds. */
    private static final int DELETED_AT_ONCE = 20_000;

    private static final String STANDING =
            "pending, paused, overdue, due_1, due_3, due_5, apologies_owed, portal_differs";

    private static final String SHOWN = "INSERT INTO board.shown (generation, position, at, month_from, month_to)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET generation = excluded.generation,"
            + " position = excluded.position, at = excluded.at, month_from = excluded.month_from,"
            + " month_to = excluded.month_to, written_at = clock_timestamp()"
            + " WHERE shown.generation <= excluded.generation";

    private final Connection connection;
    private final PostingReader postings;
    private final int pieceEvents;

    /** What was written last of it; it takes much longer than the rest, and changes rarely. */
    private @Nullable ReferenceRegister written;

    private LocalDate writtenOf = LocalDate.MIN;

    /**
     * @param connection used by nobody else
     */
    public BoardTables(Connection connection, PostingReader postings) throws SQLException {
        this(connection, postings, PIECE_EVENTS);
    }

    /** @param pieceEvents that are summed at once */
    BoardTables(Connection connection, PostingReader postings, int pieceEvents) throws SQLException {
        this.connection = connection;
        this.postings = postings;
        this.pieceEvents = pieceEvents;
        connection.setAutoCommit(false);
    }

    /** What is done in one transaction, while no other program does as much. */
    private interface Turn {
        void take() throws SQLException;
    }

    /**
     * Sums what the journal has up to the board, or some of it, and shows the board where that is all. Where the books are made
     * anew meanwhile, what is shown stays, and the next board finds the new ones.
     *
     * @param pieces of the journal, of {@value #PIECE_EVENTS} events each, that are summed at most before it answers
     * @return whether it is shown
     */
    public boolean show(Board board, int pieces) throws SQLException {
        int generation = postings.generation();
        long reached = summed(generation);
        for (int piece = 0; piece < pieces && reached < board.position(); piece++) {
            long before = reached;
            long next = Math.min(board.position(), before + pieceEvents);
            DaySums sums = sums(before, next);
            if (postings.generation() != generation) return false;
            inTurn(() -> add(generation, before, next, sums));
            reached = summed(generation);
        }
        if (reached < board.position()) return false;
        inTurn(() -> show(generation, board));
        deleteOlder(generation);
        return true;
    }

    private long summed(int generation) throws SQLException {
        try (var query = connection.prepareStatement("SELECT position FROM board.summed WHERE generation = ?")) {
            query.setInt(1, generation);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } finally {
            connection.rollback();
        }
    }

    private DaySums sums(long after, long upTo) {
        var sums = new DaySums();
        postings.between(
                after,
                upTo,
                (position, dimensions, measure, micros, amount) -> sums.add(dimensions, measure, micros, amount));
        return sums;
    }

    private void add(int generation, long before, long next, DaySums sums) throws SQLException {
        String advance = before == 0
                ? "INSERT INTO board.summed (position, generation) VALUES (?, ?) ON CONFLICT DO NOTHING"
                : "UPDATE board.summed SET position = ? WHERE generation = ? AND position = " + before;
        try (var statement = connection.prepareStatement(advance)) {
            statement.setLong(1, next);
            statement.setInt(2, generation);
            if (statement.executeUpdate() == 1) SummedLines.add(connection, generation, sums);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the reference book gives the same object as long as nothing is published
    private void show(int generation, Board board) throws SQLException {
        if (!advance(generation, board)) return;
        LocalDate day = VietnamTime.date(board.at());
        ReferenceRegister known = board.known();
        if (known != written || !day.equals(writtenOf)) {
            rows("unit").replace(ReferenceRows.units(board.tree()));
            rows("procedure").replace(ReferenceRows.procedures(known, day));
            rows("indicator").replace(ReferenceRows.indicators());
            rows("criterion").replace(ReferenceRows.criteria());
        }
        rows("standing").change("unit", STANDING, standing(board.own()));
        written = known;
        writtenOf = day;
    }

    /** Answers whether the board is now what is shown: a program of older books writes nothing over newer ones. */
    private boolean advance(int generation, Board board) throws SQLException {
        try (var statement = connection.prepareStatement(SHOWN)) {
            statement.setInt(1, generation);
            statement.setLong(2, board.position());
            statement.setObject(3, board.at().atOffset(ZoneOffset.UTC));
            statement.setObject(4, board.month().from());
            statement.setObject(5, board.month().to());
            return statement.executeUpdate() == 1;
        }
    }

    private TableRows rows(String table) {
        return new TableRows(connection, table);
    }

    private static List<Map<String, Object>> standing(Map<String, Standing> own) {
        return own.entrySet().stream()
                .map(unit -> standing(unit.getKey(), unit.getValue()))
                .toList();
    }

    private static Map<String, Object> standing(String unit, Standing standing) {
        return Map.of(
                "unit", unit,
                "pending", standing.of("pending.total"),
                "paused", standing.of("pending.paused"),
                "overdue", standing.of("pending.overdue"),
                "due_1", standing.due().get(0),
                "due_3", standing.due().get(1),
                "due_5", standing.due().get(2),
                "apologies_owed", standing.apologiesOwed(),
                "portal_differs", standing.portalDiffers());
    }

    /** What was summed of books that were before is seen by nobody; it goes piece by piece. */
    private void deleteOlder(int generation) throws SQLException {
        inTurn(() -> {
            String older = " WHERE generation < " + generation;
            if (update("UPDATE board.summed SET position = 0" + older) == 0) return;
            int deleted = 0;
            for (SummedTable each : SummedTable.values()) {
                String table = "board." + each.table();
                deleted += update("DELETE FROM " + table + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table + older
                        + " LIMIT " + DELETED_AT_ONCE + "))");
            }
            if (deleted == 0) update("DELETE FROM board.summed" + older);
        });
    }

    private void inTurn(Turn turn) throws SQLException {
        try {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            turn.take();
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private int update(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
