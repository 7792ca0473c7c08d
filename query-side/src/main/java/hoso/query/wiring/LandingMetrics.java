package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.edge.measure.Seldom;
import hoso.query.feed.landing.LandingConsumer;
import hoso.query.feed.landing.OriginState;
import hoso.query.feed.landing.Origins;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/** What has landed, of which origin, and what is missing, as numbers to watch; asked for when they are scraped. */
final class LandingMetrics implements MeterBinder {

    private final Origins origins;
    private final LandingConsumer consumer;
    private final List<String> names;
    private final InstantSource clock;

    /**
     * A scrape asks for several numbers of each origin, and there may be as many as provinces: they are read once, and once
     * only is it waited for a database that does not answer.
     */
    private final Seldom<Optional<Map<String, OriginState>>> states = new Seldom<>(Seldom.A_SCRAPE, this::states);

    LandingMetrics(Origins origins, LandingConsumer consumer, List<String> names, InstantSource clock) {
        this.origins = origins;
        this.consumer = consumer;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.LANDING_LANDED.counter(registry, consumer, it -> it.status().landed());
        Metric.LANDING_REPEATS.counter(registry, consumer, it -> it.status().repeats());
        Metric.LANDING_FOREIGN.counter(registry, consumer, it -> it.status().foreign());
        for (String origin : names) {
            gauge(registry, Metric.LANDING_COVERED, origin, OriginState::covered);
            gauge(registry, Metric.LANDING_NEWEST, origin, OriginState::landed);
            gauge(registry, Metric.LANDING_GAP, origin, this::gapSeconds);
            gauge(registry, Metric.LANDING_STOPPED, origin, it -> it.stopped() == null ? 0 : 1);
        }
    }

    private double gapSeconds(OriginState origin) {
        OriginState.Gap gap = origin.gap();
        return gap == null
                ? 0
                : Math.max(0, Duration.between(gap.since(), clock.instant()).toSeconds());
    }

    private void gauge(MeterRegistry registry, Metric metric, String origin, ToDoubleFunction<OriginState> value) {
        metric.gauge(registry, this, it -> it.of(origin, value), origin);
    }

    private double of(String origin, ToDoubleFunction<OriginState> value) {
        Optional<Map<String, OriginState>> known = states.value();
        if (known.isEmpty()) return Double.NaN;
        OriginState state = known.get().get(origin);
        return state == null ? 0 : value.applyAsDouble(state);
    }

    /** Empty where they cannot be read. */
    private Optional<Map<String, OriginState>> states() {
        try {
            return Optional.of(
                    origins.states().stream().collect(Collectors.toMap(OriginState::name, Function.identity())));
        } catch (DataAccessException away) {
            return Optional.empty();
        }
    }
}
