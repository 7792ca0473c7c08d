package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.ProblemCode;
import hoso.edge.measure.Metric;
import java.time.Duration;
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

    /** Of what runs beside a broker, of a side fed by one, and of a house whose database the launcher has started. */
    private static final Set<String> ELSEWHERE =
            Set.of("hoso_publish_", "hoso_inbound_", "hoso_landing_", "hoso_disk_");

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

    @Test
    void every_number_is_shown_that_a_house_without_a_broker_and_a_launcher_has() {
        // who is refused is not known before
        wire.publish(Event.of("unit.nothing", "M.nowhere")).isProblem(ProblemCode.UNKNOWN_TYPE);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            String scraped = scraped();
            assertThat(Arrays.stream(Metric.values())
                            .map(Metric::prometheusName)
                            .filter(name -> ELSEWHERE.stream().noneMatch(name::startsWith)))
                    .allSatisfy(name -> assertThat(scraped).contains("# TYPE " + name + " "));
        });
    }

    @Test
    void what_is_published_refused_and_frozen_is_counted() {
        var province = Province.found("M", wire);
        wire.publish(province.receipt("0", "M.nowhere")).isProblem(ProblemCode.UNKNOWN_UNIT);
        var before = scraped();
        province.receive("1", province.communeA());
        wire.publish(province.receipt("2", "M.nowhere")).isProblem(ProblemCode.UNKNOWN_UNIT);
        byte[] line = Wire.bytes(province.receipt("3", "M.nowhere").json());
        wire.post("/api/v1/events", Wire.STREAM, line, wire.admin()).isOk();
        wire.post("/api/v1/events", Wire.BATCH, Wire.bytes("[]"), wire.admin()).isOk();
        assertThat(freeze("M").status()).isEqualTo(201);
        var after = scraped();

        Map.of(
                        "hoso_refusals_total{code=\"unknown-unit\"}", 2,
                        "hoso_intake_seconds_count{door=\"single\"}", 1,
                        "hoso_intake_seconds_count{door=\"stream\"}", 1,
                        "hoso_intake_seconds_count{door=\"batch\"}", 1,
                        "hoso_store_appended_total", 1,
                        "hoso_store_append_seconds_count", 1,
                        "hoso_store_group_events_sum", 1,
                        "hoso_books_batch_events_sum", 1,
                        "hoso_books_batch_seconds_count", 1,
                        "hoso_snapshot_chain_rows", 1)
                .forEach((sample, more) -> assertThat(value(after, sample))
                        .as(sample)
                        .isGreaterThanOrEqualTo(value(before, sample) + more));
        String byAdmin = "hoso_publisher_refusals_total{code=\"unknown-unit\",publisher=\"admin\"}";
        assertThat(value(after, byAdmin)).isEqualTo(value(before, byAdmin) + 2);
        assertThat(value(after, "hoso_store_size_bytes")).isGreaterThan(8_192);
        assertThat(wire.get("/api/v1/status", wire.admin())
                        .isOk()
                        .json()
                        .at("/snapshots/rows")
                        .longValue())
                .isGreaterThanOrEqualTo((long) value(after, "hoso_snapshot_chain_rows"));
    }

    /** Waits until the books have what was published. */
    private Reply freeze(String unit) {
        String report = "{\"unit\":\"" + unit + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}";
        return wire.post("/api/v1/snapshots", "application/json", Wire.bytes(report), wire.admin());
    }

    private static double value(String scraped, String sample) {
        return scraped.lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + sample));
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
