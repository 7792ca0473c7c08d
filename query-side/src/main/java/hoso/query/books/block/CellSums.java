package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.packed.Unpacker;
import java.util.HashMap;
import java.util.Map;

/** Sums by procedure and field over one block. */
final class CellSums {

    /** Field below, procedure above: in the order that cells are packed. */
    private static final int FIELD_BITS = 16;

    private final Map<Long, long[]> cells = new HashMap<>();

    void add(long key, long amount) {
        sums(cell(LineKey.procedure(key), LineKey.field(key)))[LineKey.measure(key)] += amount;
    }

    void add(byte[] packed) {
        read(packed, (procedure, field, measure, amount) -> sums(cell(procedure, field))[measure] += amount);
    }

    /** Cells in order, each with the number of its sums that are not 0; a cell without any is left out. */
    byte[] bytes() {
        var packer = new Packer();
        long last = 0;
        for (long cell : cells.keySet().stream().sorted().toList()) {
            long[] sums = cells.get(cell);
            int count = count(sums);
            if (count == 0) continue;
            packer.whole((cell >>> FIELD_BITS) - (last >>> FIELD_BITS)).whole(cell & (1 << FIELD_BITS) - 1);
            packer.octet(count);
            for (int measure = 0; measure < sums.length; measure++)
                if (sums[measure] != 0) packer.octet(measure).signed(sums[measure]);
            last = cell;
        }
        return packer.bytes();
    }

    boolean isZero() {
        return cells.values().stream().allMatch(sums -> count(sums) == 0);
    }

    private long[] sums(long cell) {
        return cells.computeIfAbsent(cell, unseen -> new long[PageSums.MEASURES]);
    }

    private static long cell(int procedure, int field) {
        return (long) procedure << FIELD_BITS | field;
    }

    private static int count(long[] sums) {
        int count = 0;
        for (long sum : sums) if (sum != 0) count++;
        return count;
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
