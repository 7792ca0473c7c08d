package hoso.edge.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
        assertThat(metric.labels()).doesNotHaveDuplicates().allMatch(label -> label.matches("[a-z_]+"));
        assertThat(metric.meaning()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void no_two_have_one_name() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::prometheusName)).doesNotHaveDuplicates();
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
