package hoso.standalone.verify;

import hoso.command.treehead.HeadTable;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The heads in the store's own table, up to the one that was the last at a time. */
final class TableLines implements HeadLines {

    private final HeadTable table;
    private final long newest;
    private final Findings findings;
    private final Deque<HeadTable.Row> rows = new ArrayDeque<>();
    private long read;

    TableLines(HeadTable table, long newest, Findings findings) {
        this.table = table;
        this.newest = newest;
        this.findings = findings;
    }

    @Override
    public @Nullable HeadLine next() throws SQLException {
        while (read < newest) {
            if (rows.isEmpty()) rows.addAll(table.after(read));
            if (rows.isEmpty()) return null;
            var row = rows.remove();
            read = row.size();
            try {
                var line = HeadLine.of(row.line());
                if (line.size() == row.size()) return line;
                findings.wrong(Check.TABLE_HEADS, row.size(), "the head in that row is of " + line.size() + " events");
            } catch (IllegalArgumentException changed) {
                findings.wrong(Check.TABLE_HEADS, row.size(), "the head cannot be read");
            }
        }
        return null;
    }
}
