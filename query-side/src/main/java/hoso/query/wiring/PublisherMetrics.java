package hoso.query.wiring;

import hoso.edge.Problem;
import hoso.edge.measure.Metric;
import hoso.query.audit.gap.Silences;
import hoso.query.audit.gap.Silences.Silence;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** For how long each publisher has been silent, as numbers to watch: looked at now and then, whoever scrapes how often. */
final class PublisherMetrics implements MeterBinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherMetrics.class);

    /** Publishers are offices and their programs; each is a series that is kept for as long as the numbers are. */
    static final int SHOWN_MAX = 200;

    private static final long EVERY_SECONDS = 30;

    private final Silences silences;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("publisher-metrics").factory());
    private final Set<String> shown = new HashSet<>();
    private volatile Map<String, Duration> seen = Map.of();
    private volatile int leftOut;

    PublisherMetrics(Silences silences) {
        this.silences = silences;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.PUBLISHERS_LEFT_OUT.gauge(registry, this, it -> it.leftOut);
        var _ = looking.scheduleWithFixedDelay(() -> look(registry), 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void look(MeterRegistry registry) {
        try {
            List<Silence> all = silences.now();
            seen = all.stream().collect(Collectors.toMap(Silence::publisher, Silence::work));
            all.forEach(silence -> show(registry, silence.publisher()));
            leftOut = (int) all.stream()
                    .filter(silence -> !shown.contains(silence.publisher()))
                    .count();
        } catch (DataAccessException | Problem away) {
            LOG.debug("nobody knows who is silent: {}", away.getMessage());
            seen = Map.of();
        } catch (RuntimeException bug) {
            LOG.error("nobody knows who is silent", bug);
            seen = Map.of();
        }
    }

    private void show(MeterRegistry registry, String publisher) {
        if (shown.size() >= SHOWN_MAX || !shown.add(publisher)) return;
        Metric.PUBLISHER_SILENCE.gauge(registry, this, it -> it.seconds(publisher), publisher);
    }

    private double seconds(String publisher) {
        Duration work = seen.get(publisher);
        return work == null ? Double.NaN : work.toMillis() / 1e3;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
