package hoso.command.wiring;

import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.measure.Metric;
import hoso.edge.measure.Seldom;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/** How large the store is, as a number to watch. */
final class StoreSizeMetrics implements MeterBinder {

    /** PostgreSQL looks at each of its files, of a gigabyte: some hundred where the store is a country's. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final EventStore store;
    private final Seldom<Double> size = new Seldom<>(EVERY, this::size);

    StoreSizeMetrics(EventStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.STORE_SIZE.gauge(registry, size, Seldom::value);
    }

    private double size() {
        try {
            return store.bytes();
        } catch (StoreUnavailable away) {
            return Double.NaN;
        }
    }
}
