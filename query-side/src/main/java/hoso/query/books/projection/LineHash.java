package hoso.query.books.projection;

/**
 * A hash of many lines: the sum, over all of them, of the amount times a hash of what it counts and where. So it depends
 * neither on their order, nor on whether lines that count the same stand there as one.
 */
final class LineHash {

    /** Of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014), as are those below. */
    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long sum;

    /**
     * @param where it stands
     * @param key see {@link hoso.query.books.line.LineKey}
     */
    void add(long where, long key, long micros, long amount) {
        sum += amount * mixed(mixed(mixed(where) + key) + micros);
    }

    private static long mixed(long value) {
        long z = value + GAMMA;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    @Override
    public String toString() {
        return Long.toHexString(sum);
    }
}
