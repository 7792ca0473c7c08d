package hoso.query.books.line;

import hoso.query.books.packed.Packer;
import hoso.query.copy.CopyRows;

/** Packs what events posted into rows of the journal: for each event the number of its lines, then the lines. */
public final class JournalRows {

    /** A row may have more where its last event posts much; below 2 kB PostgreSQL keeps it in its page. */
    private static final int ROW_BYTES = 1_800;

    /** Bounds what a reader must look at before its first position. */
    static final int EVENTS_OF_ROW_MAX = 256;

    /** Nearly every batch has less; some events post thousands of lines. */
    private static final int BYTES_AT_ONCE = 8 << 20;

    private CopyRows rows = new CopyRows();
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

    /** Whether to write what there is before there is more. */
    public boolean isLarge() {
        return rows.size() > BYTES_AT_ONCE;
    }

    /** All rows so far, as those of the table; the next event begins another row. */
    public CopyRows take() {
        if (events > 0) endRow();
        CopyRows taken = rows;
        rows = new CopyRows();
        return taken;
    }

    private void endRow() {
        rows.row(3).int8(first + events - 1).int8(first).bytea(packer.array(), packer.size());
        packer.clear();
        lines = new LinePacker(packer);
        events = 0;
    }
}
