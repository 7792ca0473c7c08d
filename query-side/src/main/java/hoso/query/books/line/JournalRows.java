package hoso.query.books.line;

import hoso.query.books.packed.Packer;
import hoso.query.books.slot.CopyRows;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;

/** Packs what events posted into rows of the journal: for each event the number of its lines, then the lines. */
public final class JournalRows {

    /** A row may have more where its last event posts much; below 2 kB PostgreSQL keeps it in its page. */
    private static final int ROW_BYTES = 1_800;

    /** Bounds what a reader must look at before its first position. */
    static final int EVENTS_OF_ROW_MAX = 256;

    private final CopyRows rows = new CopyRows();
    private final Packer packer = new Packer();
    private LinePacker lines = new LinePacker(packer);
    private long first;
    private int events;

    /** Events come in order, without a gap. */
    public void event(long position, Lines posted) {
        if (events == 0) first = position;
        packer.whole(posted.size());
        posted.each(lines::line);
        events++;
        if (packer.size() >= ROW_BYTES || events == EVENTS_OF_ROW_MAX) endRow();
    }

    public void write(Connection connection, Slot slot) throws SQLException {
        if (events > 0) endRow();
        rows.into(connection, slot.table("journal"));
    }

    private void endRow() {
        rows.row(3).int8(first + events - 1).int8(first).bytea(packer.bytes());
        packer.clear();
        lines = new LinePacker(packer);
        events = 0;
    }
}
