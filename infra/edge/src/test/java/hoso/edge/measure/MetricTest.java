package hoso.edge.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

    @ParameterizedTest
    @EnumSource
    void it_is_named_as_prometheus_asks(Metric metric) {
        assertThat(metric.prometheusName()).matches("hoso(_[a-z]+)+");
        assertThat(metric.prometheusName().endsWith("_total"))
                .as("what only grows is called so")
                .isEqualTo(metric.kind() == Metric.Kind.COUNTER);
        assertThat(metric.prometheusName().endsWith("_seconds"))
                .as("times are in seconds, and say so")
                .isEqualTo(metric.unit().equals("seconds"));
        assertThat(metric.prometheusName().endsWith("_bytes"))
                .as("and so are sizes in bytes")
                .isEqualTo(metric.unit().equals("bytes"));
        assertThat(metric.labels()).doesNotHaveDuplicates().allMatch(label -> label.matches("[a-z_]+"));
        assertThat(metric.meaning()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void no_two_have_one_name() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::prometheusName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_histogram_counts_up_to_ascends(Buckets buckets) {
        assertThat(buckets.upTo()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(9);
    }

    @Test
    void a_histogram_counts_how_often_it_was_at_most_so_much() {
        var registry = new SimpleMeterRegistry();
        var time = Metric.STORE_APPEND.timer(registry);
        time.record(Duration.ofMillis(2));
        time.record(Duration.ofMillis(3));
        assertThat(counted(time.takeSnapshot(), 2.5e6)).isEqualTo(1);
        assertThat(counted(time.takeSnapshot(), 5e6)).isEqualTo(2);
        assertThat(time.takeSnapshot().histogramCounts()).hasSameSizeAs(Buckets.SECONDS.upTo());

        var group = Metric.STORE_GROUP.summary(registry);
        group.record(2_048);
        assertThat(counted(group.takeSnapshot(), 1_024)).isZero();
        assertThat(counted(group.takeSnapshot(), 2_048)).isEqualTo(1);
        assertThatThrownBy(() -> Metric.STORE_GROUP.timer(registry)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Metric.STORE_APPEND.summary(registry)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Metric.STORE_HEAD.summary(registry)).isInstanceOf(IllegalStateException.class);
    }

    private static double counted(HistogramSnapshot seen, double upTo) {
        return Arrays.stream(seen.histogramCounts())
                .filter(bucket -> bucket.bucket() == upTo)
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void it_is_shown_with_its_labels_and_as_what_it_is() {
        var registry = new SimpleMeterRegistry();
        var lag = new AtomicLong(7);
        Metric.INBOUND_LAG.gauge(registry, lag, AtomicLong::get, "sadec");
        assertThat(registry.get("hoso.inbound.lag")
                        .tag("publisher", "sadec")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThatThrownBy(() -> Metric.INBOUND_LAG.gauge(registry, lag, AtomicLong::get))
                .hasMessageContaining("labels");
        assertThatThrownBy(() -> Metric.INBOUND_LAG.counter(registry, lag, AtomicLong::get, "sadec"))
                .isInstanceOf(IllegalStateException.class);
    }
}
