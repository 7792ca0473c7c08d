package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.packed.Unpacker;
import hoso.query.ledger.Measure;
import java.util.Arrays;

/**
 * Sums by procedure, field and measure over one block. Folding adds up millions of lines, and objects for them would cost
 * more than the sums: each procedure with its field has a row of all measures, and is found by open addressing.
 */
final class CellSums implements RowSums<CellSums> {

    private static final int MEASURES = Measure.all().size();
    private static final int FIELD_BITS = 16;

    /** Of the golden ratio: spreads keys that differ in a few bits. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** By place: the number of a row and one more, or 0 where the place is free. */
    private int[] places = new int[16];

    /** By row: procedure and field. */
    private long[] groups = new long[8];

    /** By row, then measure. */
    private long[] sums = new long[8 * MEASURES];

    private int rows;

    /** Lines that follow one another mostly have the same. */
    private int lastRow;

    /** Forgets all sums and keeps the room for others. */
    void clear() {
        Arrays.fill(places, 0);
        Arrays.fill(sums, 0, rows * MEASURES, 0);
        rows = 0;
    }

    void add(long key, long amount) {
        int row = row(group(LineKey.procedure(key), LineKey.field(key)));
        sums[row * MEASURES + LineKey.measure(key)] += amount;
    }

    @Override
    public void add(byte[] packed) {
        read(packed, (procedure, field, measure, amount) -> {
            int row = row(group(procedure, field));
            sums[row * MEASURES + measure] += amount;
        });
    }

    @Override
    public void add(CellSums other) {
        for (int from = 0; from < other.rows; from++) {
            int row = row(other.groups[from]);
            for (int measure = 0; measure < MEASURES; measure++)
                sums[row * MEASURES + measure] += other.sums[from * MEASURES + measure];
        }
    }

    /** Cells in order: the distance to the procedure before, the field, the number of sums that are not 0, each sum. */
    @Override
    public byte[] bytes() {
        long[] order = Arrays.copyOf(groups, rows);
        Arrays.sort(order);
        var packer = new Packer();
        long procedure = 0;
        for (long group : order) {
            int row = row(group);
            int cells = cells(row);
            if (cells == 0) continue;
            packer.whole((group >>> FIELD_BITS) - procedure).whole(group & (1 << FIELD_BITS) - 1);
            packer.octet(cells);
            for (int measure = 0; measure < MEASURES; measure++) {
                long sum = sums[row * MEASURES + measure];
                if (sum != 0) packer.octet(measure).signed(sum);
            }
            procedure = group >>> FIELD_BITS;
        }
        return packer.bytes();
    }

    @Override
    public boolean isZero() {
        for (int index = 0; index < rows * MEASURES; index++) if (sums[index] != 0) return false;
        return true;
    }

    private int cells(int row) {
        int cells = 0;
        for (int index = row * MEASURES; index < (row + 1) * MEASURES; index++) if (sums[index] != 0) cells++;
        return cells;
    }

    private int row(long group) {
        if (lastRow < rows && groups[lastRow] == group) return lastRow;
        int place = place(group);
        if (places[place] == 0) {
            if (rows == groups.length) {
                grow();
                place = place(group);
            }
            groups[rows] = group;
            places[place] = ++rows;
        }
        lastRow = places[place] - 1;
        return lastRow;
    }

    /** Where the group is, or is to be. */
    private int place(long group) {
        int place = (int) ((group * SPREAD) >>> Integer.SIZE) & (places.length - 1);
        while (places[place] != 0 && groups[places[place] - 1] != group) place = (place + 1) & (places.length - 1);
        return place;
    }

    private void grow() {
        groups = Arrays.copyOf(groups, rows * 2);
        sums = Arrays.copyOf(sums, rows * 2 * MEASURES);
        places = new int[places.length * 2];
        for (int row = 0; row < rows; row++) places[place(groups[row])] = row + 1;
    }

    private static long group(int procedure, int field) {
        return (long) procedure << FIELD_BITS | field;
    }

    /** Takes the sums of a block. */
    interface Sink {
        void sum(int procedure, int field, int measure, long amount);
    }

    static void read(byte[] packed, Sink sink) {
        var unpacker = new Unpacker(packed);
        int procedure = 0;
        while (unpacker.hasMore()) {
            procedure += unpacker.number();
            int field = unpacker.number();
            for (int left = unpacker.octet(); left > 0; left--)
                sink.sum(procedure, field, unpacker.octet(), unpacker.signed());
        }
    }
}
