package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.packed.Unpacker;
import hoso.query.ledger.Measure;
import org.jspecify.annotations.Nullable;

/** The sums of one unit over the eight blocks of a page, channels apart. */
final class PageSums implements RowSums<PageSums> {

    static final int MEASURES = Measure.all().size();

    /** Sums of one part: by channel, then measure. */
    static final int WIDTH = LineKey.CHANNELS * MEASURES;

    private final long[] @Nullable [] parts = new long[Span.PARTS][];

    void add(int part, long key, long amount) {
        part(part)[index(key)] += amount;
    }

    private long[] part(int part) {
        long[] sums = parts[part];
        if (sums == null) parts[part] = sums = new long[WIDTH];
        return sums;
    }

    @Override
    public void add(byte[] packed) {
        var unpacker = new Unpacker(packed);
        var before = new long[WIDTH];
        for (int part = 0; part < Span.PARTS; part++) {
            var upTo = new long[WIDTH];
            addPart(unpacker, 1, upTo);
            long[] sums = part(part);
            for (int index = 0; index < WIDTH; index++) sums[index] += upTo[index] - before[index];
            before = upTo;
        }
    }

    @Override
    public void add(PageSums other) {
        for (int part = 0; part < Span.PARTS; part++) if (other.parts[part] != null) add(part(part), other.parts[part]);
    }

    /** Adds all parts of a page to one part of this, the page of the next longer span. */
    void add(int part, PageSums shorter) {
        long[] sums = part(part);
        for (long[] added : shorter.parts) if (added != null) add(sums, added);
    }

    private static void add(long[] sums, long[] added) {
        for (int index = 0; index < WIDTH; index++) sums[index] += added[index];
    }

    static int index(long key) {
        return LineKey.channel(key) * MEASURES + LineKey.measure(key);
    }

    /**
     * For each part the sums of it and those before it, so that a question reads one: the number of bytes, then each sum
     * that is not 0, with the distance of its index to the one before.
     */
    @Override
    public byte[] bytes() {
        var packer = new Packer();
        var part = new Packer();
        var sums = new long[WIDTH];
        for (long[] added : parts) {
            for (int index = 0; added != null && index < WIDTH; index++) sums[index] += added[index];
            pack(part.clear(), sums);
            packer.whole(part.size()).plain(part);
        }
        return packer.bytes();
    }

    @Override
    public boolean isZero() {
        for (long[] part : parts)
            for (int index = 0; part != null && index < WIDTH; index++) if (part[index] != 0) return false;
        return true;
    }

    private static void pack(Packer packer, long[] sums) {
        int last = 0;
        for (int index = 0; index < WIDTH; index++) {
            if (sums[index] == 0) continue;
            packer.whole(index - last).signed(sums[index]);
            last = index;
        }
    }

    /**
     * Adds up the first parts of a page.
     *
     * @param parts how many, from 1
     * @param sign 1, or -1 to take them off
     * @param sums by channel, then measure
     */
    static void addBefore(byte[] packed, int parts, int sign, long[] sums) {
        var unpacker = new Unpacker(packed);
        for (int skipped = 1; skipped < parts; skipped++) unpacker.skip(unpacker.number());
        addPart(unpacker, sign, sums);
    }

    private static void addPart(Unpacker unpacker, int sign, long[] sums) {
        int end = unpacker.number();
        end += unpacker.at();
        int index = 0;
        while (unpacker.at() < end) {
            index += unpacker.number();
            sums[index] += sign * unpacker.signed();
        }
    }
}
