package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.packed.Unpacker;
import java.util.Arrays;

/**
 * Sums by procedure, field and measure over one block. A table with open addressing: folding adds up millions of lines,
 * and objects for them would cost more than the sums.
 */
final class CellSums {

    private static final int MEASURE_BITS = 6;
    private static final int FIELD_BITS = 16;

    /** Of the golden ratio: spreads keys that differ in a few bits. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** By place: 0 where it is free, otherwise the cell and one more, so that no cell is 0. */
    private long[] cells = new long[16];

    private long[] sums = new long[16];
    private int used;

    void add(long key, long amount) {
        addTo(cell(LineKey.procedure(key), LineKey.field(key), LineKey.measure(key)), amount);
    }

    void add(byte[] packed) {
        read(packed, (procedure, field, measure, amount) -> addTo(cell(procedure, field, measure), amount));
    }

    void add(CellSums other) {
        for (int place = 0; place < other.cells.length; place++)
            if (other.cells[place] != 0) addTo(other.cells[place] - 1, other.sums[place]);
    }

    /** Cells in order: the distance to the procedure before, the field, the number of sums that are not 0, each sum. */
    byte[] bytes() {
        long[] order = order();
        var packer = new Packer();
        long procedure = 0;
        for (int from = 0, to; from < order.length; from = to) {
            long group = order[from] >>> MEASURE_BITS;
            to = from;
            while (to < order.length && order[to] >>> MEASURE_BITS == group) to++;
            packer.whole((group >>> FIELD_BITS) - procedure).whole(group & (1 << FIELD_BITS) - 1);
            packer.octet(to - from);
            for (int at = from; at < to; at++)
                packer.octet((int) order[at] & (1 << MEASURE_BITS) - 1).signed(sums[place(order[at])]);
            procedure = group >>> FIELD_BITS;
        }
        return packer.bytes();
    }

    boolean isZero() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }

    private long[] order() {
        var order = new long[used];
        int count = 0;
        for (int place = 0; place < cells.length; place++) if (sums[place] != 0) order[count++] = cells[place] - 1;
        order = Arrays.copyOf(order, count);
        Arrays.sort(order);
        return order;
    }

    private void addTo(long cell, long amount) {
        int place = place(cell);
        if (cells[place] == 0) {
            if (used * 2 >= cells.length) {
                grow();
                place = place(cell);
            }
            cells[place] = cell + 1;
            used++;
        }
        sums[place] += amount;
    }

    /** Where the cell is, or is to be. */
    private int place(long cell) {
        int place = (int) ((cell * SPREAD) >>> Integer.SIZE) & (cells.length - 1);
        while (cells[place] != 0 && cells[place] != cell + 1) place = (place + 1) & (cells.length - 1);
        return place;
    }

    private void grow() {
        long[] oldCells = cells;
        long[] oldSums = sums;
        cells = new long[oldCells.length * 2];
        sums = new long[oldCells.length * 2];
        for (int old = 0; old < oldCells.length; old++) {
            if (oldCells[old] == 0) continue;
            int place = place(oldCells[old] - 1);
            cells[place] = oldCells[old];
            sums[place] = oldSums[old];
        }
    }

    private static long cell(int procedure, int field, int measure) {
        return ((long) procedure << FIELD_BITS | field) << MEASURE_BITS | measure;
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
