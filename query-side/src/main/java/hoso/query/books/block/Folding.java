package hoso.query.books.block;

import hoso.query.books.line.Journal;
import hoso.query.books.line.LineKey;
import hoso.query.books.line.Lines;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private final Connection connection;
    private final BookState state;
    private final SumRows pages;
    private final SumRows blocks;
    private final CopyRows days = new CopyRows();
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
     * @throws hoso.query.books.slot.MovedByAnother where it has been folded since
     */
    public static void fold(Connection connection, BookState state) throws SQLException {
        if (state.folded() < state.position()) new Folding(connection, state).run();
    }

    private void run() throws SQLException {
        List<Lines> group = new ArrayList<>();
        int lines = 0;
        for (Lines ofUnit : linesByUnit()) {
            group.add(ofUnit);
            lines += ofUnit.size();
            if (lines < GROUP_LINES) continue;
            foldUnits(group);
            group.clear();
            lines = 0;
        }
        foldUnits(group);
        foldAllUnits();
        write();
    }

    private List<Lines> linesByUnit() throws SQLException {
        var units = new ByIndex<Lines>(unseen -> new Lines(64));
        connection.setAutoCommit(false);
        Journal.read(
                connection,
                state.slot(),
                state.folded(),
                state.position(),
                Journal.lines(
                        (key, micros, amount) -> units.at(LineKey.unit(key)).line(key, micros, amount)));
        connection.commit();
        connection.setAutoCommit(true);
        List<Lines> all = new ArrayList<>();
        units.each((unit, lines) -> all.add(lines));
        return all;
    }

    private void foldUnits(List<Lines> group) throws SQLException {
        Map<BlockId, PageSums> foldedPages = new HashMap<>();
        Map<BlockId, CellSums> foldedBlocks = new HashMap<>();
        for (Lines lines : group) {
            int unit = LineKey.unit(lines.key(0));
            var folded = new FoldedUnit(daysOfAll);
            lines.each(folded);
            folded.addUp();
            folded.pages.forEach(
                    (span, sums) -> sums.each((page, sum) -> foldedPages.put(new BlockId(span, page, unit), sum)));
            folded.blocks.forEach(
                    (span, sums) -> sums.each((block, sum) -> foldedBlocks.put(new BlockId(span, block, unit), sum)));
            var rows = new DayRows(days);
            lines.each(rows);
            rows.end();
        }
        pages.read(
                connection,
                foldedPages.keySet(),
                (id, known) -> Objects.requireNonNull(foldedPages.get(id)).add(known));
        foldedPages.forEach((id, sums) -> pages.put(id, sums.isZero(), sums.bytes()));
        merge(foldedBlocks);
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

    private void write() throws SQLException {
        connection.setAutoCommit(false);
        pages.write(connection);
        blocks.write(connection);
        days.into(connection, state.slot().table("day_line"));
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        new BookStates(sql).fold(state, state.position());
        connection.commit();
        connection.setAutoCommit(true);
    }
}
