package hoso.query.wiring;

import hoso.edge.Problem;
import hoso.edge.measure.Metric;
import hoso.edge.measure.Seldom;
import hoso.query.books.projection.Projector;
import hoso.query.question.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/** How far the books are behind the store, as numbers to watch; asked for when they are scraped, and not before. */
final class BooksMetrics implements MeterBinder {

    private final Projector projector;
    private final Positions positions;
    private final InstantSource clock;

    /** Several numbers are of one look: once only is it waited for a database that does not answer. */
    private final Seldom<Look> look;

    /** Each not a number where nobody knows. */
    private record Look(double head, double projected, double behind, double lagSeconds) {

        static final Look UNKNOWN = new Look(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** @param every how long a look at the database is good for: {@link Seldom#A_SCRAPE} */
    BooksMetrics(Projector projector, Positions positions, InstantSource clock, Duration every) {
        this.projector = projector;
        this.positions = positions;
        this.clock = clock;
        this.look = new Seldom<>(every, this::look);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, Metric.STORE_HEAD, Look::head);
        gauge(registry, Metric.BOOKS_PROJECTED, Look::projected);
        gauge(registry, Metric.FEED_BEHIND, Look::behind);
        gauge(registry, Metric.FEED_LAG, Look::lagSeconds);
        Metric.BOOKS_PARKED.gauge(registry, projector, it -> it.status().parked());
        Metric.BOOKS_REBUILD_RUNNING.gauge(
                registry, projector, it -> it.status().rebuild().running() ? 1 : 0);
        Metric.BOOKS_REBUILD_DONE.gauge(
                registry, projector, it -> it.status().rebuild().done());
        Metric.BOOKS_REBUILD_EVENTS.gauge(
                registry, projector, it -> it.status().rebuild().total());
    }

    private void gauge(MeterRegistry registry, Metric metric, ToDoubleFunction<Look> value) {
        metric.gauge(registry, look, it -> value.applyAsDouble(it.value()));
    }

    private Look look() {
        if (projector.isDatabaseAway()) return Look.UNKNOWN;
        try {
            // in this order, so that the books never seem to be ahead of the store
            long projected = positions.projected();
            long head = positions.head();
            double lag = positions.lagSeconds(projected, head, clock.instant());
            return new Look(head, projected, Math.max(0, head - projected), lag);
        } catch (DataAccessException | Problem away) {
            return Look.UNKNOWN;
        }
    }
}
