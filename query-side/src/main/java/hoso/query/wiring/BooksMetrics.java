package hoso.query.wiring;

import hoso.query.books.projection.Projector;
import hoso.query.question.Positions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

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
        gauge(
                registry,
                "hoso.store.head",
                "Newest position of the store, as the read side sees it",
                it -> it.positions.head());
        gauge(
                registry,
                "hoso.books.projected",
                "Position that the live books have reached",
                it -> it.positions.projected());
        gauge(registry, "hoso.feed.lag.seconds", "Age of the oldest event that the books lack", BooksMetrics::lag);
        gauge(
                registry,
                "hoso.books.parked",
                "Streams left out of the books, where this instance writes them",
                it -> it.projector.status().parked());
        gauge(
                registry,
                "hoso.books.rebuild.done",
                "Events that the rebuild, or the last one, has taken in",
                it -> it.projector.status().rebuild().done());
        gauge(
                registry,
                "hoso.books.rebuild.events",
                "Events that the rebuild, or the last one, has to take in",
                it -> it.projector.status().rebuild().total());
    }

    /** In this order, so that the books never seem to be ahead of the store. */
    private double lag() {
        long projected = positions.projected();
        return positions.lagSeconds(projected, positions.head(), clock.instant());
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<BooksMetrics> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
