package hoso.query.books.block;

import hoso.query.books.line.Journal;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Segments;
import hoso.query.books.slot.Slot;
import hoso.query.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds the journal after the last folding into pages, blocks and lines of days, and what that adds into those of its
 * segment. Questions add what is not folded yet from the journal, so nothing depends on when this happens: only their
 * cost does.
 */
public final class Folding {

    private static final int ALL_UNITS = 0;

    /** Lines of units that are folded together: few queries, little memory. */
    private static final int GROUP_LINES = 65_536;

    /** Of the journal, at once: events may have thousands. */
    private static final int JOURNAL_LINES = 1_000_000;

    private final Connection connection;
    private final BookState state;
    private final int segment;
    private final SumRows pages;
    private final SumRows blocks;
    private final SumRows segmentPages;
    private final SumRows segmentBlocks;
    private final CopyRows days = new CopyRows();
    private final Deque<CellSums> spare = new ArrayDeque<>();
    private final ByIndex<CellSums> daysOfAll = new ByIndex<>(unseen -> new CellSums());

    private Folding(Connection connection, BookState state, int segment) {
        Slot slot = state.slot();
        this.connection = connection;
        this.state = state;
        this.segment = segment;
        this.pages = SumRows.ofAll(slot.table("unit_page"), "page");
        this.blocks = SumRows.ofAll(slot.table("procedure_block"), "block");
        this.segmentPages = SumRows.ofSegment(slot.table("segment_page"), "page", segment);
        this.segmentBlocks = SumRows.ofSegment(slot.table("segment_block"), "block", segment);
    }

    /**
     * Folds all of the journal.
     *
     * @param connection in autocommit; no transaction stays open while sums are made
     * @param remembered what the writer has posted itself; where that is not all, the journal is read
     * @throws hoso.query.books.slot.MovedByAnother where it has been folded since
     */
    public static void fold(Connection connection, BookState state, UnitLines remembered) throws SQLException {
        if (remembered.areAllUnfolded(state)) {
            fold(connection, state, remembered.bySegment());
            return;
        }
        long folded = state.folded();
        while (folded < state.position()) {
            var part = new JournalPart(state.segments(), folded);
            connection.setAutoCommit(false);
            Journal.read(connection, state.slot(), folded, state.position(), part);
            connection.commit();
            connection.setAutoCommit(true);
            fold(connection, state.foldedUpTo(folded), part.lines.bySegment());
            folded = part.lines.bySegment().getLast().upTo();
        }
    }

    /** Each segment in a transaction of its own. */
    private static void fold(Connection connection, BookState state, List<UnitLines.OfSegment> lines)
            throws SQLException {
        BookState from = state;
        for (UnitLines.OfSegment ofSegment : lines) {
            new Folding(connection, from, ofSegment.segment()).fold(ofSegment.units(), ofSegment.upTo());
            from = from.foldedUpTo(ofSegment.upTo());
        }
    }

    /** As many events as have not too many lines, and at least one. */
    private static final class JournalPart implements Journal.Reader {
        private final UnitLines lines;
        private boolean full;

        JournalPart(Segments segments, long after) {
            this.lines = new UnitLines(segments, after);
        }

        @Override
        public void event(long position) {
            full = lines.size() >= JOURNAL_LINES;
            if (!full) lines.event(position);
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
            var rows = new DayRows(days, segment);
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
        segmentPages.add(connection, foldedPages, PageSums::new);
        pages.add(connection, foldedPages);
        addBlocks(foldedBlocks);
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
        addBlocks(folded);
    }

    private void addBlocks(Map<BlockId, CellSums> folded) throws SQLException {
        segmentBlocks.add(connection, folded, CellSums::new);
        blocks.add(connection, folded);
    }

    private void write(long upTo) throws SQLException {
        connection.setAutoCommit(false);
        pages.write(connection);
        blocks.write(connection);
        segmentPages.write(connection);
        segmentBlocks.write(connection);
        days.into(connection, state.slot().table("day_line"));
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        new BookStates(sql).fold(state, upTo);
        connection.commit();
        connection.setAutoCommit(true);
    }
}
