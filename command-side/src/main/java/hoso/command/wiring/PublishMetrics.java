package hoso.command.wiring;

import hoso.command.publish.EventPublisher;
import hoso.command.publish.PublishStatus;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;

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
        Metric.PUBLISH_POSITION.gauge(registry, publisher, it -> it.status().position());
        Metric.PUBLISH_BACKLOG.gauge(registry, publisher, it -> backlog(it.status()));
        Metric.PUBLISH_LAG.gauge(registry, this, PublishMetrics::lag);
        Metric.PUBLISH_STOPPED.gauge(
                registry, publisher, it -> it.status().state() == PublishStatus.State.STOPPED ? 1 : 0);
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
}
