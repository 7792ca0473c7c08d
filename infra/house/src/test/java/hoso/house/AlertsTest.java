package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hoso.edge.measure.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alerts as they are shipped. */
class AlertsTest {

    private static final Pattern OURS = Pattern.compile("\\bhoso_[a-z_]+");

    static List<AlertRule> rules() throws IOException {
        return AlertRule.shipped();
    }

    @Test
    void each_fires_when_it_should_and_not_before() throws Exception {
        assumeTrue(PrometheusBeside.canBeHad(), "there is no promtool on this machine, and it cannot be installed");
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "tests/alerts.yml")
                .directory(AlertRule.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void each_has_a_test_that_sees_it_fire() throws IOException {
        String tests = Files.readString(AlertRule.FOLDER.resolve("tests/alerts.yml"));
        assertThat(rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(tests).contains("{alertname=\"" + rule.name() + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_says_what_it_means_to_an_official_and_to_an_operator_and_where_to_read_on(AlertRule rule)
            throws IOException {
        assertThat(rule.annotations().keySet()).containsExactlyInAnyOrder("summary", "description", "runbook");
        assertThat(rule.annotations().values()).allMatch(text -> !text.isBlank());
        assertThat(rule.labels().get("severity")).isIn("critical", "warning");
        String[] runbook = rule.annotations().get("runbook").split("#");
        Set<String> anchors = Files.readAllLines(Path.of("../..").resolve(runbook[0])).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(anchors).contains(runbook[1]);
        assertThat(runbook[1]).isEqualTo(rule.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_asks_for_numbers_that_there_are(AlertRule rule) {
        Set<String> known =
                Arrays.stream(Metric.values()).map(Metric::prometheusName).collect(Collectors.toSet());
        assertThat(OURS.matcher(rule.expression()).results().map(MatchResult::group))
                .isSubsetOf(known);
    }

    @Test
    void the_runbook_tells_of_no_alert_that_there_is_not() throws IOException {
        List<String> told = Files.readAllLines(Path.of("../handbook/runbooks/alerts.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(told)
                .containsExactlyElementsOf(rules().stream().map(AlertRule::name).toList());
    }
}
