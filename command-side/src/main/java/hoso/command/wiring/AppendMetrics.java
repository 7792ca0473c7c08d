package hoso.command.wiring;

import hoso.command.store.AppendMeter;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What this program has stored, and how quickly, as numbers to watch. */
final class AppendMetrics implements AppendMeter {

    private final DistributionSummary groups;
    private final Timer appends;

    AppendMetrics(MeterRegistry registry) {
        this.groups = Metric.STORE_GROUP.summary(registry);
        this.appends = Metric.STORE_APPEND.timer(registry);
        Metric.STORE_APPENDED.counter(registry, groups, DistributionSummary::totalAmount);
    }

    @Override
    public void committed(int events) {
        groups.record(events);
    }

    @Override
    public void appended(long nanos) {
        appends.record(nanos, TimeUnit.NANOSECONDS);
    }
}
