package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.measure.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and handbook name is there. */
class HandbookTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern METRIC = Pattern.compile("`(hoso_\\w+)`");
    private static final Pattern MADE = Pattern.compile(".*/(target|\\.git)/.*");

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT.resolve("infra/handbook"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(Path page) throws IOException {
        assertThat(named(page, LINK))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @Test
    void every_test_named_is_there() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> !MADE.matcher(file.toString()).matches())
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
        for (Path page : pages()) assertThat(tests).as(page.toString()).containsAll(named(page, TEST));
        assertThat(named(ROOT.resolve("README.md"), TEST)).isNotEmpty();
    }

    /** That each is shown is for {@link MetricsTest}. */
    @Test
    void every_metric_to_watch_is_one() throws IOException {
        List<String> watched = named(ROOT.resolve("infra/handbook/runbooks/operating.md"), METRIC);
        assertThat(watched).isNotEmpty();
        assertThat(Arrays.stream(Metric.values()).map(Metric::prometheusName)).containsAll(watched);
    }

    private static List<String> named(Path page, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(page, UTF_8))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
