package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.measure.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a running house shows of itself. */
@InSharedHouse
class MetricsTest {

    private static final Pattern SAMPLE =
            Pattern.compile("^(hoso_[a-z_]+?)(?:_bucket|_sum|_count|_max)?(?:\\{(.*)\\})? ", Pattern.MULTILINE);

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private static final Map<String, Metric> KNOWN =
            Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::prometheusName, Function.identity()));

    private final Wire wire = new Wire(SharedHouse.house());

    private String scraped() {
        return wire.get("/actuator/prometheus", wire.admin()).isOk().body();
    }

    @Test
    void nothing_of_ours_is_shown_that_has_no_name_and_meaning() {
        Map<String, Set<String>> shown = new TreeMap<>();
        SAMPLE.matcher(scraped())
                .results()
                .forEach(sample -> shown.computeIfAbsent(sample.group(1), unseen -> new TreeSet<>())
                        .addAll(labels(sample)));
        assertThat(KNOWN.keySet()).containsAll(shown.keySet());
        shown.forEach((name, labels) -> assertThat(labels).as(name).isEqualTo(labels(KNOWN.get(name))));
    }

    /** Prometheus adds the one that tells a bucket from another. */
    private static Set<String> labels(Metric metric) {
        var labels = new TreeSet<>(metric.labels());
        if (metric.kind() == Metric.Kind.HISTOGRAM) labels.add("le");
        return labels;
    }

    private static List<String> labels(MatchResult sample) {
        return sample.group(2) == null
                ? List.of()
                : LABEL.matcher(sample.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .toList();
    }
}
