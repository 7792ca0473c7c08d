package hoso.command.intake;

import hoso.edge.ProblemCode;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts refusals by publisher and code. A pair is shown from its first one on: nobody knows beforehand who will publish. */
final class PublisherRefusals {

    /**
     * Where tokens come from an outside issuer, anybody whom it lets publish brings a name, and each is kept and scraped as long
     * as the program runs: beyond so many pairs, publishers that come later are counted as one.
     */
    static final int PAIRS_MAX = 1_000;

    private final MeterRegistry registry;
    private final Map<Pair, LongAdder> counts = new ConcurrentHashMap<>();

    private record Pair(String publisher, ProblemCode code) {}

    PublisherRefusals(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes no lock but for the first refusal of a pair. */
    void count(String publisher, ProblemCode code) {
        var pair = new Pair(publisher, code);
        LongAdder count = counts.get(pair);
        if (count == null && isFull()) {
            pair = new Pair(Metric.OTHERS, code);
            count = counts.get(pair);
        }
        if (count == null) count = first(pair);
        count.increment();
    }

    /** Others may have filled it, or have counted the same pair, in the meantime. */
    private synchronized LongAdder first(Pair asked) {
        Pair pair = isFull() && !counts.containsKey(asked) ? new Pair(Metric.OTHERS, asked.code()) : asked;
        LongAdder known = counts.get(pair);
        if (known != null) return known;
        var count = new LongAdder();
        counts.put(pair, count);
        Metric.PUBLISHER_REFUSALS.counter(
                registry, count, LongAdder::sum, pair.publisher(), pair.code().code());
        return count;
    }

    private boolean isFull() {
        return counts.size() >= PAIRS_MAX;
    }
}
