package hoso.command.intake.kafka;

import hoso.command.intake.kafka.reading.InboundStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
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
        Gauge.builder("hoso.inbound.lag", line, it -> lag(it.status()))
                .tag("publisher", line.status().name())
                .description("Messages of a publisher's topic that are not done with, as last seen")
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry, PublisherLine line, String outcome, ToDoubleFunction<InboundStatus> value) {
        FunctionCounter.builder("hoso.inbound.events", line, it -> value.applyAsDouble(it.status()))
                .tag("publisher", line.status().name())
                .tag("outcome", outcome)
                .description("Messages of a publisher's topic, by what became of them")
                .register(registry);
    }

    private static double lag(InboundStatus status) {
        Long lag = status.lag();
        return lag == null ? Double.NaN : lag;
    }
}
