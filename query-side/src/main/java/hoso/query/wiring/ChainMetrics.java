package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.head.ChainHeads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/** How long the chain of snapshots is, and whether its heads come to where others see them, as numbers to watch. */
final class ChainMetrics implements MeterBinder {

    private final Chain chain;
    private final @Nullable ChainHeads heads;

    /** @param heads null where none are signed */
    ChainMetrics(Chain chain, @Nullable ChainHeads heads) {
        this.chain = chain;
        this.heads = heads;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.SNAPSHOT_CHAIN_ROWS.gauge(registry, chain, it -> it.table().rows());
        if (heads != null) Metric.SNAPSHOT_HEADS_BEHIND.gauge(registry, heads, it -> it.isBehind() ? 1 : 0);
    }
}
