package hoso.edge.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the handbook that lists what can be watched. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("../handbook/metrics.md");

    @Test
    void it_lists_every_metric_as_the_house_shows_it() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `hoso_"))
                .toList();
        assertThat(rows)
                .as(
                        "what the page must say:%n%s",
                        Arrays.stream(Metric.values()).map(MetricsPageTest::row).collect(Collectors.joining("\n")))
                .containsExactlyElementsOf(
                        Arrays.stream(Metric.values()).map(MetricsPageTest::row).toList());
    }

    private static String row(Metric metric) {
        String labels = metric.labels().isEmpty()
                ? ""
                : metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        metric.prometheusName(),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        metric.unit(),
                        labels,
                        metric.meaning());
    }
}
