package hoso.query.books.block;

import hoso.query.books.line.Journal;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds the journal after the last folding into pages, blocks and lines of days. Questions add what is not folded yet
 * from the journal, so nothing depends on when this happens: only their cost does.
 */
public final class Folding {

    private static final int ALL_UNITS = 0;

    /** Lines of units that are folded together: few queries, little memory. */
    private static final int GROUP_LINES = 65_536;

    /** Of the journal, at once: events may have thousands. */
    private static final int JOURNAL_LINES = 1_000_000;

    private final Connection connection;
    private final BookState state;
    private final SumRows pages;
    private final SumRows blocks;
    private final CopyRows days = new CopyRows();
    private final Deque<CellSums> spare = new ArrayDeque<>();
    private final ByIndex<CellSums> daysOfAll = new ByIndex<>(unseen -> new CellSums());

    private Folding(Connection connection, BookState state) {
        this.connection = connection;
        this.state = state;
        this.pages = new SumRows(state.slot().table("unit_page"), "page");
        this.blocks = new SumRows(state.slot().table("procedure_block"), "block");
    }

    /**
     * Folds all of the journal.
     *
     * @param connection in autocommit; no transaction stays open while sums are made
     * @param remembered what the writer has posted itself; where that is not all, the journal is read
     * @throws hoso.query.books.slot.MovedByAnother where it has been folded since
     */
    public static void fold(Connection connection, BookState state, UnitLines remembered) throws SQLException {
        long folded = state.folded();
        if (folded < state.position() && remembered.areAllAfter(folded)) {
            new Folding(connection, state).fold(remembered.all(), state.position());
            return;
        }
        while (folded < state.position()) {
            BookState from = state.foldedUpTo(folded);
            var part = new JournalPart(folded);
            connection.setAutoCommit(false);
            Journal.read(connection, state.slot(), folded, state.position(), part);
            connection.commit();
            connection.setAutoCommit(true);
            new Folding(connection, from).fold(part.lines.all(), part.upTo);
            folded = part.upTo;
        }
    }

    /** As many events as have not too many lines, and at least one. */
    private static final class JournalPart implements Journal.Reader {
        private final UnitLines lines;
        private long upTo;
        private boolean full;

        JournalPart(long after) {
            this.lines = new UnitLines(after);
        }

        @Override
        public void event(long position) {
            full = lines.size() >= JOURNAL_LINES;
            if (!full) upTo = position;
        }

        @Override
        public void line(long key, long micros, long amount) {
            if (!full) lines.line(key, micros, amount);
        }
    }

    private void fold(List<UnitLines.OfUnit> units, long upTo) throws SQLException {
        List<UnitLines.OfUnit> group = new ArrayList<>();
        int lines = 0;
        for (UnitLines.OfUnit ofUnit : units) {
            group.add(ofUnit);
            lines += ofUnit.size();
            if (lines < GROUP_LINES) continue;
            foldUnits(group);
            group.clear();
            lines = 0;
        }
        foldUnits(group);
        foldAllUnits();
        write(upTo);
    }

    private void foldUnits(List<UnitLines.OfUnit> group) throws SQLException {
        Map<BlockId, PageSums> foldedPages = new HashMap<>();
        Map<BlockId, CellSums> foldedBlocks = new HashMap<>();
        for (UnitLines.OfUnit lines : group) {
            int unit = lines.unit();
            var folded = new FoldedUnit(daysOfAll, this::cleared);
            var rows = new DayRows(days);
            lines.each((key, micros, amount) -> {
                folded.line(key, micros, amount);
                rows.line(key, micros, amount);
            });
            rows.end();
            folded.addUp();
            folded.pages.forEach(
                    (span, sums) -> sums.each((page, sum) -> foldedPages.put(new BlockId(span, page, unit), sum)));
            folded.blocks.forEach(
                    (span, sums) -> sums.each((block, sum) -> foldedBlocks.put(new BlockId(span, block, unit), sum)));
        }
        pages.read(
                connection,
                foldedPages.keySet(),
                (id, known) -> Objects.requireNonNull(foldedPages.get(id)).add(known));
        foldedPages.forEach((id, sums) -> pages.put(id, sums.isZero(), sums.bytes()));
        merge(foldedBlocks);
        spare.addAll(foldedBlocks.values());
    }

    /** What was used for other units, if there is any: most of the room that folding takes is theirs. */
    private CellSums cleared() {
        CellSums used = spare.poll();
        if (used == null) return new CellSums();
        used.clear();
        return used;
    }

    private void foldAllUnits() throws SQLException {
        Map<Span, ByIndex<CellSums>> all = new EnumMap<>(Span.class);
        for (Span span : Span.values())
            all.put(span, span == Span.DAY ? daysOfAll : new ByIndex<>(unseen -> new CellSums()));
        FoldedUnit.addUp(Span.DAY, all);
        Map<BlockId, CellSums> folded = new HashMap<>();
        all.forEach((span, sums) -> sums.each((block, sum) -> folded.put(new BlockId(span, block, ALL_UNITS), sum)));
        merge(folded);
    }

    private void merge(Map<BlockId, CellSums> folded) throws SQLException {
        blocks.read(
                connection,
                folded.keySet(),
                (id, known) -> Objects.requireNonNull(folded.get(id)).add(known));
        folded.forEach((id, cells) -> blocks.put(id, cells.isZero(), cells.bytes()));
    }

    private void write(long upTo) throws SQLException {
        connection.setAutoCommit(false);
        pages.write(connection);
        blocks.write(connection);
        days.into(connection, state.slot().table("day_line"));
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        new BookStates(sql).fold(state, upTo);
        connection.commit();
        connection.setAutoCommit(true);
    }
}
