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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds the journal after the last folding into pages, blocks and lines of days. Questions add what is not folded yet
 * from the journal, so nothing depends on when this happens: only their cost does.
 */
public final class Folding {

    /** Lines of units that are folded together: few queries, little memory. */
    private static final int GROUP_LINES = 32_768;

    private final Connection connection;
    private final BookState state;
    private final SumRows pages;
    private final SumRows blocks;
    private final CopyRows days = new CopyRows();
    private final Map<BlockId, CellSums> blocksOfAll = new HashMap<>();

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
        for (Lines ofUnit : linesByUnit().values()) {
            group.add(ofUnit);
            lines += ofUnit.size();
            if (lines < GROUP_LINES) continue;
            foldGroup(group);
            group.clear();
            lines = 0;
        }
        foldGroup(group);
        merge(blocks, blocksOfAll);
        write();
    }

    private Map<Integer, Lines> linesByUnit() throws SQLException {
        Map<Integer, Lines> units = new TreeMap<>();
        connection.setAutoCommit(false);
        Journal.read(
                connection,
                state.slot(),
                state.folded(),
                state.position(),
                Journal.lines((key, micros, amount) -> units.computeIfAbsent(LineKey.unit(key), unseen -> new Lines(64))
                        .line(key, micros, amount)));
        connection.commit();
        connection.setAutoCommit(true);
        return units;
    }

    private void foldGroup(List<Lines> group) throws SQLException {
        var folded = new FoldedBlocks(blocksOfAll);
        for (Lines lines : group) {
            lines.each(0, lines.size(), folded);
            var rows = new DayRows(days);
            lines.each(0, lines.size(), rows);
            rows.end();
        }
        pages.read(
                connection,
                folded.pages.keySet(),
                (id, sums) -> folded.pages.get(id).add(sums));
        folded.pages.forEach((id, sums) -> pages.put(id, sums.isZero(), sums.bytes()));
        merge(blocks, folded.blocks);
    }

    private void merge(SumRows rows, Map<BlockId, CellSums> sums) throws SQLException {
        rows.read(connection, sums.keySet(), (id, known) -> sums.get(id).add(known));
        sums.forEach((id, cells) -> rows.put(id, cells.isZero(), cells.bytes()));
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
