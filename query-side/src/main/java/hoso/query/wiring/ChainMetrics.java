package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.head.ChainHeads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How long the chain of snapshots is, and whether its heads come to where others see them, as numbers to watch. */
final class ChainMetrics implements MeterBinder {

    private final Chain chain;
    private final @Nullable ChainHeads heads;
    private final BooleanSupplier databaseAway;

    /**
     * @param heads null where none are signed
     * @param databaseAway whether the database is known to be away, so that a scrape does not wait for it
     */
    ChainMetrics(Chain chain, @Nullable ChainHeads heads, BooleanSupplier databaseAway) {
        this.chain = chain;
        this.heads = heads;
        this.databaseAway = databaseAway;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.SNAPSHOT_CHAIN_ROWS.gauge(registry, this, ChainMetrics::rows);
        if (heads != null) Metric.SNAPSHOT_HEADS_BEHIND.gauge(registry, heads, it -> it.isBehind() ? 1 : 0);
    }

    private double rows() {
        return databaseAway.getAsBoolean() ? Double.NaN : chain.table().rows();
    }
}
