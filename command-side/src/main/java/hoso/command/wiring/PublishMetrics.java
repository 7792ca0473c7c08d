package hoso.command.wiring;

import hoso.command.publish.EventPublisher;
import hoso.command.publish.PublishStatus;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** How far what is published is behind the store, as numbers to watch; asked for when they are scraped. */
final class PublishMetrics implements MeterBinder {

    private final EventPublisher publisher;
    private final EventStore store;
    private final InstantSource clock;

    PublishMetrics(EventPublisher publisher, EventStore store, InstantSource clock) {
        this.publisher = publisher;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "hoso.publish.position",
                "Position up to which every event is on the topic",
                it -> it.publisher.status().position());
        gauge(
                registry,
                "hoso.publish.backlog",
                "Events that are stored and not on the topic",
                it -> backlog(it.publisher.status()));
        gauge(
                registry,
                "hoso.publish.lag.seconds",
                "Age of the oldest event that is not on the topic",
                PublishMetrics::lag);
        gauge(
                registry,
                "hoso.publish.stopped",
                "1 where topic and store do not fit together",
                it -> it.publisher.status().state() == PublishStatus.State.STOPPED ? 1 : 0);
    }

    private static double backlog(PublishStatus status) {
        return status.head() - status.position();
    }

    private double lag() {
        var status = publisher.status();
        if (status.position() >= status.head()) return 0;
        try {
            return store.recordedAt(status.position() + 1)
                    .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1e3)
                    .orElse(0.0);
        } catch (StoreUnavailable away) {
            return Double.NaN;
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<PublishMetrics> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
