package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.books.projection.CommitListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How the live books are written, as numbers to watch. */
final class BatchMetrics implements CommitListener {

    private final Timer times;
    private final DistributionSummary batches;

    BatchMetrics(MeterRegistry registry) {
        this.times = Metric.BOOKS_BATCH_TIME.timer(registry);
        this.batches = Metric.BOOKS_BATCH.summary(registry);
    }

    @Override
    public void committed(long events, long nanos) {
        times.record(nanos, TimeUnit.NANOSECONDS);
        batches.record((double) events);
    }
}
