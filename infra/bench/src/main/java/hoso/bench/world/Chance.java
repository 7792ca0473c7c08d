package hoso.bench.world;

/** Numbers that look drawn by lot and are the same in every run. */
final class Chance {

    private Chance() {}

    /** 64 bits of a thing and an aspect of it (the finalizer of SplitMix64). */
    static long bits(long thing, int aspect) {
        long mixed = thing * 0x9E3779B97F4A7C15L + aspect * 0xD1B54A32D192ED03L + 0x2545F4914F6CDD1DL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** One of {@code 0 … bound − 1}. */
    static int below(int bound, long thing, int aspect) {
        return (int) Long.remainderUnsigned(bits(thing, aspect), bound);
    }
}
