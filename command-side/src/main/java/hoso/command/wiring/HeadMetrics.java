package hoso.command.wiring;

import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.command.treehead.HeadSigner;
import hoso.command.treehead.HeadStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

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
        gauge(registry, "hoso.heads.size", "Position up to which the events are signed", it -> it.signer.size());
        gauge(
                registry,
                "hoso.heads.age.seconds",
                "Since the newest head was signed, which is when events came last, or longer ago",
                HeadMetrics::age);
        gauge(registry, "hoso.heads.unsigned", "Events that are stored and not signed", HeadMetrics::unsigned);
        gauge(
                registry,
                "hoso.heads.stopped",
                "1 where the store is not what was signed",
                it -> it.signer.status().state() == HeadStatus.State.STOPPED ? 1 : 0);
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

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<HeadMetrics> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
