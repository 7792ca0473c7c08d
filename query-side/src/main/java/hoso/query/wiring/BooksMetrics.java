package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.books.projection.Projector;
import hoso.query.question.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;

/** How far the books are behind the store, as numbers to watch; asked for when they are scraped, and not before. */
final class BooksMetrics implements MeterBinder {

    private final Projector projector;
    private final Positions positions;
    private final InstantSource clock;

    BooksMetrics(Projector projector, Positions positions, InstantSource clock) {
        this.projector = projector;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.STORE_HEAD.gauge(registry, positions, Positions::head);
        Metric.BOOKS_PROJECTED.gauge(registry, positions, Positions::projected);
        Metric.FEED_BEHIND.gauge(registry, this, BooksMetrics::behind);
        Metric.FEED_LAG.gauge(registry, this, BooksMetrics::lag);
        Metric.BOOKS_PARKED.gauge(registry, projector, it -> it.status().parked());
        Metric.BOOKS_REBUILD_RUNNING.gauge(
                registry, projector, it -> it.status().rebuild().running() ? 1 : 0);
        Metric.BOOKS_REBUILD_DONE.gauge(
                registry, projector, it -> it.status().rebuild().done());
        Metric.BOOKS_REBUILD_EVENTS.gauge(
                registry, projector, it -> it.status().rebuild().total());
    }

    /** In this order, so that the books never seem to be ahead of the store. */
    private double behind() {
        long projected = positions.projected();
        return Math.max(0, positions.head() - projected);
    }

    /** In this order too. */
    private double lag() {
        long projected = positions.projected();
        return positions.lagSeconds(projected, positions.head(), clock.instant());
    }
}
