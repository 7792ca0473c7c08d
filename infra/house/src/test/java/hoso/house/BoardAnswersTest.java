package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hoso.house.BoardFile.Link;
import hoso.house.BoardFile.Panel;
import hoso.house.BoardFile.Target;
import hoso.vocabulary.VietnamTime;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every question of every board, asked as Grafana asks it, of a house that has something to tell. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardAnswersTest {

    private static final String FROM = "2024-02-01";
    private static final String TO = "2024-03-15";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** This house rolls nothing up, so that it has nothing of origins to tell: what these ask for, {@link AlertsTest} holds. */
    private static final String WHERE_STORES_ARE_ROLLED_UP = "hoso-rollup";

    /** Likewise of panels: that there are such metrics with such labels, {@link BoardFilesTest} holds. */
    private static final String OF_ORIGINS = "hoso_landing_";

    private static BoardHouse house;
    private static BoardReader reader;

    /** Links that led somewhere: many panels have the same. */
    private static final Set<String> FOLLOWED = new HashSet<>();

    @BeforeAll
    static void open() throws Exception {
        house = BoardHouse.open();
        reader = house.reader();
    }

    @AfterAll
    static void close() throws Exception {
        if (house != null) house.close(); // else it is told why it could not be opened
    }

    private static Stream<Target> targets(String source) {
        return BoardFile.all().stream()
                .flatMap(board -> board.panels().stream())
                .flatMap(panel -> panel.targets().stream())
                .filter(target -> target.source().equals(source));
    }

    static Stream<Target> questions() {
        return targets(BoardFile.SQL);
    }

    static Stream<Target> expressions() {
        return targets(BoardFile.PROMETHEUS).filter(target -> !target.text().contains(OF_ORIGINS));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoever_reads_by_sql_is_answered_and_each_link_of_a_row_leads_to_as_many_dossiers(Target question) {
        assumeTrue(
                reader.hasPrometheus() || !question.panel().board().asks(BoardFile.PROMETHEUS),
                "there is no prometheus to ask for values of variables");
        GrafanaText chosen = reader.chosen(question.panel().board());

        List<Map<String, Object>> rows = reader.rows(question, chosen);

        assertThat(rows).isNotEmpty();
        assertThat(question.panel().texts()).containsAll(texts(question.panel(), rows));
        Map<String, Object> row = rows.getFirst();
        for (Link link : question.panel().links())
            follow(
                    chosen.link(link.url(), text(row)),
                    link.column().map(row::get).filter(Long.class::isInstance).map(Long.class::cast));
    }

    /** After the others: of publishers, and of what the portal sees otherwise, one is told at most twice a minute. */
    @ParameterizedTest
    @Order(Integer.MAX_VALUE)
    @MethodSource("expressions")
    void prometheus_has_series_for_what_is_asked_of_it_and_each_link_leads_to_as_many_dossiers(Target expression) {
        assumeTrue(reader.hasPrometheus(), "there is no prometheus");
        GrafanaText chosen = reader.chosen(expression.panel().board());
        await().atMost(LONG_ENOUGH).untilAsserted(() -> answered(expression, chosen));
    }

    private static void answered(Target expression, GrafanaText chosen) {
        String asked = chosen.promQl(expression.text());
        List<JsonNode> series = reader.prometheus().query(asked).toList();
        assertThat(series).as(asked).isNotEmpty();
        Map<String, String> labels = labels(series.getFirst());
        if (expression.panel().isTable()) assertThat(expression.panel().texts()).containsAll(labels.keySet());
        for (Link link : expression.panel().links())
            follow(
                    chosen.link(link.url(), labels),
                    Optional.of(series.getFirst().at("/value/1").asString())
                            .filter(any -> link.isOf(expression))
                            .map(Long::valueOf));
    }

    @Test
    void prometheus_reads_the_rules_that_are_shipped() throws IOException {
        assumeTrue(reader.hasPrometheus(), "there is no prometheus");
        List<JsonNode> read = reader.prometheus().rules();
        assertThat(read.stream().map(rule -> rule.get("name").asString()))
                .containsExactlyElementsOf(
                        AlertRule.shipped().stream().map(AlertRule::name).toList());
        assertThat(read)
                .allSatisfy(rule -> assertThat(rule.get("health").asString()).isNotEqualTo("err"));
    }

    static Stream<AlertRule> alerts() throws IOException {
        return AlertRule.shipped().stream().filter(rule -> !rule.group().equals(WHERE_STORES_ARE_ROLLED_UP));
    }

    /** After the others, likewise. */
    @ParameterizedTest
    @Order(Integer.MAX_VALUE)
    @MethodSource("alerts")
    void prometheus_has_series_for_what_each_alert_looks_at(AlertRule rule) {
        assumeTrue(reader.hasPrometheus(), "there is no prometheus");
        String asked = rule.alwaysAnswered();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() ->
                        assertThat(reader.prometheus().query(asked)).as(asked).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "procedure", "field", "channel"})
    void one_unit_is_told_what_the_report_says(String by) {
        Map<String, String> titles = Map.of(
                "unit", "Theo đơn vị",
                "procedure", "Theo thủ tục",
                "field", "Theo lĩnh vực",
                "channel", "Theo kênh tiếp nhận");
        Target question = onlyQuestion(BoardFile.named("don-vi.json"), titles.get(by));
        Map<String, String> told = new TreeMap<>();
        for (Map<String, Object> row :
                reader.rows(question, reader.chosen(question.panel().board())))
            told.put(
                    row.getOrDefault("code", row.get("name")).toString(),
                    numbers(row, "received", "early", "on_time", "late", "pending", "overdue"));

        Map<String, String> reported = new TreeMap<>();
        report(by).get("groups").forEach(group -> {
            String cells = Stream.of(
                            "/received/new",
                            "/resolved/early",
                            "/resolved/onTime",
                            "/resolved/late",
                            "/pending/total",
                            "/pending/overdue")
                    .map(cell -> Long.toString(group.at(cell).asLong(0)))
                    .collect(Collectors.joining(" "));
            reported.put(group.get("key").asString(), cells);
        });
        assertThat(told).isEqualTo(reported).hasSizeGreaterThan(2);
    }

    @Test
    void rates_of_one_unit_are_those_of_the_report() {
        Target question = onlyQuestion(BoardFile.named("don-vi.json"), "Các tỷ lệ");
        Map<String, Object> told = new HashMap<>();
        reader.rows(question, reader.chosen(question.panel().board()))
                .forEach(row -> told.put((String) row.get("name"), row.get("share")));

        JsonNode rates = report("unit").at("/total/rates");

        Map<String, String> names =
                reader.sql().sql("SELECT id, vi FROM hoso_bi.indicator").query().listOfRows().stream()
                        .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (String) row.get("vi")));
        assertThat(rates.size()).isGreaterThan(10);
        rates.properties()
                .forEach(rate -> assertThat((Double) told.get(names.get(rate.getKey())))
                        .as(rate.getKey())
                        .isCloseTo(rate.getValue().asDouble() / 100, within(0.0001)));
    }

    private static JsonNode report(String by) {
        return house.house().get("/api/v1/report", Map.of("unit", "H98", "from", FROM, "to", TO, "by", by));
    }

    @Test
    void each_day_ends_with_what_the_report_says_of_it() {
        BoardFile board = BoardFile.named("don-vi.json");
        GrafanaText chosen = reader.chosen(board);
        Map<LocalDate, String> told = new TreeMap<>();
        for (Map<String, Object> row : reader.rows(onlyQuestion(board, "Nhận và giải quyết từng ngày"), chosen))
            told.put(day(row), numbers(row, "received", "in_time", "late"));
        for (Map<String, Object> row :
                reader.rows(onlyQuestion(board, "Đang giải quyết và quá hạn cuối mỗi ngày"), chosen))
            told.merge(day(row), numbers(row, "pending", "overdue"), (flows, stocks) -> flows + " " + stocks);

        assertThat(told).hasSize(44).containsKeys(LocalDate.parse(FROM), LocalDate.parse(TO));
        for (LocalDate day = LocalDate.parse(FROM); day.isBefore(LocalDate.parse(TO)); day = day.plusDays(5)) {
            JsonNode total = house.house()
                    .get("/api/v1/report", Map.of("unit", "H98", "from", day, "to", day))
                    .get("total");
            long inTime = total.at("/resolved/early").asLong(0)
                    + total.at("/resolved/onTime").asLong(0);
            assertThat(told.get(day))
                    .as(day.toString())
                    .isEqualTo("%d %d %d %d %d"
                            .formatted(
                                    total.at("/received/new").asLong(0),
                                    inTime,
                                    total.at("/resolved/late").asLong(0),
                                    total.at("/pending/total").asLong(0),
                                    total.at("/pending/overdue").asLong(0)));
        }
    }

    private static LocalDate day(Map<String, Object> row) {
        return VietnamTime.date(((Timestamp) row.get("time")).toInstant());
    }

    private static String numbers(Map<String, Object> row, String... columns) {
        return Stream.of(columns)
                .map(column -> Long.toString(((Number) row.get(column)).longValue()))
                .collect(Collectors.joining(" "));
    }

    private static Target onlyQuestion(BoardFile board, String title) {
        List<Target> targets = board.panel(title).targets();
        assertThat(targets).hasSize(1);
        return targets.getFirst();
    }

    @Test
    void the_month_stands_beside_as_many_days_of_the_month_before_and_all_of_it() {
        Target question = onlyQuestion(BoardFile.named("tien-do.json"), "So với tháng trước");
        List<String> told = reader.rows(question, BoardReader.NOTHING_CHOSEN.with("top", "H98")).stream()
                .map(row -> row.get("first_day") + " " + row.get("last_day") + " "
                        + numbers(row, "received", "early", "on_time", "late"))
                .toList();
        assertThat(told)
                .containsExactly(
                        "21/02/2024 15/03/2024 " + reported("2024-02-21", "2024-03-15"),
                        "21/01/2024 13/02/2024 " + reported("2024-01-21", "2024-02-13"),
                        "21/01/2024 20/02/2024 " + reported("2024-01-21", "2024-02-20"));
    }

    private static String reported(String from, String to) {
        JsonNode total = house.house()
                .get("/api/v1/report", Map.of("unit", "H98", "from", from, "to", to))
                .get("total");
        return Stream.of("/received/new", "/resolved/early", "/resolved/onTime", "/resolved/late")
                .map(cell -> Long.toString(total.at(cell).asLong(0)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_field_or_a_procedure_that_is_chosen_leaves_out_all_others() {
        BoardFile board = BoardFile.named("don-vi.json");
        GrafanaText all = reader.chosen(board);
        Target received = onlyQuestion(board, "Tiếp nhận");
        for (String variable : List.of("field", "procedure")) {
            List<String> values = reader.values(board.variable(variable), all);
            long sum = 0;
            for (String value : values.subList(1, values.size())) {
                GrafanaText one = all.with(variable, value);
                sum += (Long) reader.rows(received, one).getFirst().get("received_new");
            }
            assertThat(sum)
                    .as(variable)
                    .isEqualTo((Long) reader.rows(received, all).getFirst().get("received_new"))
                    .isPositive();
        }
    }

    @Test
    void units_are_ranked_by_what_the_scoreboard_says_of_each() {
        BoardFile board = BoardFile.named("xep-hang.json");
        Target question = board.panels().getFirst().targets().getFirst();
        Map<String, String> columns = Map.of(
                "PROGRESS", "progress",
                "SO_HOA_GIAY_TO_GIAI_QUYET", "digitized",
                "ONLINE_DOSSIERS", "online",
                "PAYMENT_DOSSIERS", "paid",
                "REUSED_DIGITIZED_DATA", "reused");
        List<Map<String, Object>> units = reader.rows(question, reader.chosen(board));
        assertThat(units).hasSizeGreaterThan(3);
        int compared = 0;
        for (Map<String, Object> unit : units) {
            JsonNode scoreboard = house.house()
                    .get("/api/v1/scoreboard", Map.of("unit", unit.get("code"), "from", "2024-02-21", "to", TO));
            for (JsonNode group : scoreboard.get("groups"))
                for (JsonNode line : group.get("criteria")) {
                    String column = columns.get(line.get("code").asString());
                    if (column == null) continue;
                    if (line.at("/local/rate").isMissingNode())
                        assertThat(unit.get(column)).isNull();
                    else {
                        assertThat((Double) unit.get(column))
                                .as("%s of %s", column, unit.get("code"))
                                .isCloseTo(line.at("/local/rate").asDouble() / 100, within(0.0001));
                        compared++;
                    }
                }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void colours_change_where_full_points_begin() {
        List<Double> targets = reader.sql().sql("""
                        SELECT full_at::float8 FROM hoso_bi.criterion WHERE code IN ('PROGRESS', 'SO_HOA_GIAY_TO_GIAI_QUYET',
                            'ONLINE_DOSSIERS', 'PAYMENT_DOSSIERS', 'REUSED_DIGITIZED_DATA')
                        ORDER BY array_position(ARRAY['PROGRESS', 'SO_HOA_GIAY_TO_GIAI_QUYET', 'ONLINE_DOSSIERS',
                            'PAYMENT_DOSSIERS', 'REUSED_DIGITIZED_DATA'], code)""").query(Double.class).list();
        BoardFile board = BoardFile.named("xep-hang.json");
        List<Double> green = board.panels().stream()
                .filter(panel -> panel.json().get("type").asString().equals("bargauge"))
                .skip(1) // the rate that has no target
                .map(panel -> panel.json()
                        .at("/fieldConfig/defaults/thresholds/steps/2/value")
                        .asDouble())
                .toList();
        List<Double> ofColumns = new ArrayList<>();
        for (JsonNode override : board.panels().getFirst().json().at("/fieldConfig/overrides"))
            for (JsonNode property : override.get("properties"))
                if (property.get("id").asString().equals("thresholds"))
                    ofColumns.add(property.at("/value/steps/2/value").asDouble());
        assertThat(green).isEqualTo(targets).hasSize(5);
        assertThat(ofColumns).isEqualTo(targets);
    }

    /** Columns of a table that hold no numbers: the code of a procedure looks like one, and would be shown in the unit of numbers. */
    private static Set<String> texts(Panel panel, List<Map<String, Object>> rows) {
        if (!panel.isTable()) return Set.of();
        return rows.stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> cell.getValue() instanceof String)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> text(Map<String, Object> row) {
        Map<String, String> text = new LinkedHashMap<>();
        row.forEach((column, value) -> text.put(column, String.valueOf(value)));
        return text;
    }

    /** @param figure what was clicked on, where it is a number of dossiers */
    private static void follow(String link, Optional<Long> figure) {
        if (link.startsWith("/d/") || FOLLOWED.contains(link + figure)) return;
        JsonNode answer = house.answer(link);
        if (answer.has("count") && figure.isPresent())
            assertThat(answer.get("count").longValue()).as(link).isEqualTo(figure.get());
        FOLLOWED.add(link + figure);
    }

    private static Map<String, String> labels(JsonNode series) {
        Map<String, String> labels = new HashMap<>();
        series.get("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return labels;
    }
}
