package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.line.LinePacker;
import hoso.query.books.line.LineSink;
import hoso.query.books.packed.Packer;
import hoso.query.copy.CopyRows;

/** Packs the lines of one unit in one segment into rows of its days. */
final class DayRows implements LineSink {

    /** Below 2 kB PostgreSQL keeps a row in its page. */
    private static final int ROW_BYTES = 1_900;

    private final CopyRows rows;
    private final int segment;
    private final ByIndex<Row> open = new ByIndex<>(unseen -> new Row());
    private int unit;

    private static final class Row {
        final Packer packer = new Packer();
        LinePacker lines = new LinePacker(packer);
    }

    DayRows(CopyRows rows, int segment) {
        this.rows = rows;
        this.segment = segment;
    }

    @Override
    public void line(long key, long micros, long amount) {
        unit = LineKey.unit(key);
        int day = Days.of(micros);
        Row row = open.at(day);
        row.lines.line(key, micros, amount);
        if (row.packer.size() >= ROW_BYTES) end(day, row);
    }

    void end() {
        open.each((day, row) -> {
            if (row.packer.size() > 0) end(day, row);
        });
    }

    private void end(int day, Row row) {
        rows.row(4).int4(day).int4(unit).int4(segment).bytea(row.packer.array(), row.packer.size());
        row.packer.clear();
        row.lines = new LinePacker(row.packer);
    }
}
