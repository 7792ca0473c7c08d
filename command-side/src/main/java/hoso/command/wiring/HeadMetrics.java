package hoso.command.wiring;

import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.command.treehead.HeadSigner;
import hoso.command.treehead.HeadStatus;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;

/** How far the store is signed, as numbers to watch; asked for when they are scraped. */
final class HeadMetrics implements MeterBinder {

    private final HeadSigner signer;
    private final EventStore store;
    private final InstantSource clock;

    HeadMetrics(HeadSigner signer, EventStore store, InstantSource clock) {
        this.signer = signer;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.HEADS_SIZE.gauge(registry, signer, HeadSigner::size);
        Metric.HEADS_AGE.gauge(registry, this, HeadMetrics::age);
        Metric.HEADS_UNSIGNED.gauge(registry, this, HeadMetrics::unsigned);
        Metric.HEADS_STOPPED.gauge(registry, signer, it -> it.status().state() == HeadStatus.State.STOPPED ? 1 : 0);
    }

    private double age() {
        return signer.signedAt()
                .map(signed -> Duration.between(signed, clock.instant()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** None where another instance writes, and signs. */
    private double unsigned() {
        try {
            return store.writing() ? Math.max(0, store.head() - signer.size()) : 0;
        } catch (StoreUnavailable away) {
            return Double.NaN;
        }
    }
}
