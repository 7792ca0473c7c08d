package hoso.command.intake.kafka;

import hoso.command.intake.kafka.reading.InboundStatus;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What came of each publisher's messages, and how many wait, as numbers to watch. */
final class InboundMetrics implements MeterBinder {

    private final Inbound inbound;

    InboundMetrics(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        inbound.lines().forEach(line -> bind(registry, line));
    }

    private static void bind(MeterRegistry registry, PublisherLine line) {
        counter(registry, line, "accepted", InboundStatus::accepted);
        counter(registry, line, "duplicate", InboundStatus::duplicates);
        counter(registry, line, "rejected", InboundStatus::rejected);
        Metric.INBOUND_LAG.gauge(
                registry, line, it -> lag(it.status()), line.status().name());
    }

    private static void counter(
            MeterRegistry registry, PublisherLine line, String outcome, ToDoubleFunction<InboundStatus> value) {
        Metric.INBOUND_EVENTS.counter(
                registry,
                line,
                it -> value.applyAsDouble(it.status()),
                line.status().name(),
                outcome);
    }

    private static double lag(InboundStatus status) {
        Long lag = status.lag();
        return lag == null ? Double.NaN : lag;
    }
}
