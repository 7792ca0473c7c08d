package hoso.query.wiring;

import hoso.query.feed.landing.LandingConsumer;
import hoso.query.feed.landing.OriginState;
import hoso.query.feed.landing.Origins;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What has landed, of which origin, and what is missing, as numbers to watch; asked for when they are scraped. */
final class LandingMetrics implements MeterBinder {

    /** A scrape takes less, and the next comes later. */
    private static final long SCRAPE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Origins origins;
    private final LandingConsumer consumer;
    private final List<String> names;
    private final InstantSource clock;

    /** Null where they could not be read. */
    private @Nullable Map<String, OriginState> seen;

    /** 0 for never. */
    private long seenAt;

    LandingMetrics(Origins origins, LandingConsumer consumer, List<String> names, InstantSource clock) {
        this.origins = origins;
        this.consumer = consumer;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(
                registry,
                "landed",
                "Events landed by this program",
                it -> it.consumer.status().landed());
        counter(
                registry,
                "repeats",
                "Events that had landed before",
                it -> it.consumer.status().repeats());
        counter(
                registry,
                "foreign",
                "Records of no origin that is believed on their topic",
                it -> it.consumer.status().foreign());
        for (String origin : names) {
            gauge(registry, origin, "covered", "Position of the origin in the local order", OriginState::covered);
            gauge(registry, origin, "newest", "Newest position of the origin that came", OriginState::landed);
            gauge(registry, origin, "gap.seconds", "For how long a position has been missing", this::gapSeconds);
            gauge(registry, origin, "stopped", "1 where nothing more is taken", it -> it.stopped() == null ? 0 : 1);
        }
    }

    private double gapSeconds(OriginState origin) {
        OriginState.Gap gap = origin.gap();
        return gap == null
                ? 0
                : Math.max(0, Duration.between(gap.since(), clock.instant()).toSeconds());
    }

    private void counter(
            MeterRegistry registry, String name, String description, ToDoubleFunction<LandingMetrics> value) {
        FunctionCounter.builder("hoso.landing." + name, this, value)
                .description(description)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String origin,
            String name,
            String description,
            ToDoubleFunction<OriginState> value) {
        Gauge.builder("hoso.landing." + name, this, it -> it.of(origin, value))
                .description(description)
                .tag("origin", origin)
                .strongReference(true)
                .register(registry);
    }

    private double of(String origin, ToDoubleFunction<OriginState> value) {
        Map<String, OriginState> states = states();
        if (states == null) return Double.NaN;
        OriginState state = states.get(origin);
        return state == null ? 0 : value.applyAsDouble(state);
    }

    /**
     * A scrape asks for several numbers of each origin, and there may be as many as provinces: they are read once, and once
     * only is it waited for a database that does not answer.
     */
    private synchronized @Nullable Map<String, OriginState> states() {
        if (seenAt != 0 && System.nanoTime() - seenAt < SCRAPE_NANOS) return seen;
        try {
            seen = origins.states().stream().collect(Collectors.toMap(OriginState::name, Function.identity()));
        } catch (DataAccessException away) {
            seen = null;
        } finally {
            seenAt = System.nanoTime();
        }
        return seen;
    }
}
