package hoso.bench.house;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/** How long answers took. */
public final class Latencies {

    private static final double NANOS_OF_MILLI = 1e6;

    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    static Latencies of(LongStream nanos) {
        return new Latencies(nanos.sorted().toArray());
    }

    static Latencies of(Collection<long[]> nanos) {
        return of(nanos.stream().flatMapToLong(Arrays::stream));
    }

    public int count() {
        return sortedNanos.length;
    }

    /** The milliseconds within which so many of a hundred came. */
    public double percentile(int percent) {
        int index = Math.min(sortedNanos.length - 1, sortedNanos.length * percent / 100);
        return sortedNanos[index] / NANOS_OF_MILLI;
    }
}
