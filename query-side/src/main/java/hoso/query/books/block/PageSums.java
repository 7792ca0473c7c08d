package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.packed.Unpacker;
import hoso.query.ledger.Measure;
import org.jspecify.annotations.Nullable;

/** The sums of one unit over the eight blocks of a page, channels apart. */
final class PageSums {

    static final int MEASURES = Measure.all().size();

    /** Sums of one part: by channel, then measure. */
    static final int WIDTH = LineKey.CHANNELS * MEASURES;

    private final long[] @Nullable [] parts = new long[Span.PARTS][];

    void add(int part, long key, long amount) {
        if (parts[part] == null) parts[part] = new long[WIDTH];
        parts[part][index(key)] += amount;
    }

    void add(byte[] packed) {
        read(packed, (part, index, amount) -> {
            if (parts[part] == null) parts[part] = new long[WIDTH];
            parts[part][index] += amount;
        });
    }

    /** Adds all parts of a page to one part of this, the page of the next longer span. */
    void add(int part, PageSums shorter) {
        if (parts[part] == null) parts[part] = new long[WIDTH];
        for (long[] added : shorter.parts)
            for (int index = 0; added != null && index < WIDTH; index++) parts[part][index] += added[index];
    }

    static int index(long key) {
        return LineKey.channel(key) * MEASURES + LineKey.measure(key);
    }

    /** For each part the number of its sums that are not 0, then each as the distance of its index, and the sum. */
    byte[] bytes() {
        var packer = new Packer();
        for (long[] part : parts) write(packer, part);
        return packer.bytes();
    }

    boolean isZero() {
        for (long[] part : parts) if (count(part) > 0) return false;
        return true;
    }

    private static void write(Packer packer, long @Nullable [] part) {
        int count = count(part);
        packer.whole(count);
        int last = 0;
        for (int index = 0; count > 0; index++) {
            if (part[index] == 0) continue;
            packer.whole(index - last).signed(part[index]);
            last = index;
            count--;
        }
    }

    private static int count(long @Nullable [] part) {
        if (part == null) return 0;
        int count = 0;
        for (long sum : part) if (sum != 0) count++;
        return count;
    }

    /** Takes the sums of a page. */
    interface Sink {
        void sum(int part, int index, long amount);
    }

    static void read(byte[] packed, Sink sink) {
        var unpacker = new Unpacker(packed);
        for (int part = 0; part < Span.PARTS; part++) {
            int index = 0;
            for (int left = unpacker.number(); left > 0; left--) {
                index += unpacker.number();
                sink.sum(part, index, unpacker.signed());
            }
        }
    }
}
