package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.edge.measure.Metric;
import hoso.house.BoardFile.Target;
import hoso.house.BoardFile.Variable;
import hoso.query.board.BoardClock;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.examples.ExampleWorld;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * A house with the example world in it and a Prometheus beside it, asked as Grafana asks.
 *
 * @param reader as whom boards ask by SQL
 * @param beside null where none can be had
 */
record BoardHouse(
        TestDatabase database,
        RunningHouse house,
        JdbcClient reader,
        @Nullable PrometheusBeside beside) implements AutoCloseable {

    /** In the middle of the world's last busy month, which by Công điện 644 is that from 21 February on. */
    private static final Instant MOMENT = Instant.parse("2024-03-15T03:00:00Z");

    /** From 1 February to 15 March, in Vietnam's time. */
    static final GrafanaText NOTHING_CHOSEN =
            new GrafanaText(Map.of(), Instant.parse("2024-01-31T17:00:00Z"), Instant.parse("2024-03-15T17:00:00Z"));

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Pattern TIME = Pattern.compile("\"time\": ?\"(20\\d\\d-\\d\\d-\\d\\dT[^\"]*)\"");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
    private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.*)\\)");

    static BoardHouse open() throws IOException, InterruptedException {
        TestDatabase database = TestDatabase.fresh();
        Map<String, Object> properties = BrokerProperties.of(TestBroker.name("boards"));
        properties.put("hoso.origin", TestBroker.name("boards"));
        properties.put("hoso.heads.topic", TestBroker.name("heads"));
        properties.put("hoso.boards.every", "500ms");
        RunningHouse house = RunningHouse.on(database, properties);
        house.context().getBean(BoardClock.class).standAt(MOMENT);
        var login = database.reader("hoso_bi");
        JdbcClient reader =
                JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), login.user(), login.password()));
        List<String> told = ExampleWorld.world().lines().stream()
                .filter(BoardHouse::hasHappened)
                .toList();
        long head = house.publish(told).get("lastPosition").longValue();
        await().atMost(LONG_ENOUGH)
                .until(() -> reader.sql("SELECT standing_position FROM hoso_bi.moment")
                        .query(Long.class)
                        .optional()
                        .filter(position -> position >= head)
                        .isPresent());
        showDisks(house);
        PrometheusBeside beside = PrometheusBeside.canBeHad()
                ? PrometheusBeside.scraping(house.uri("/"), house.token(Role.MONITOR, Set.of(), Set.of()))
                : null;
        return new BoardHouse(database, house, reader, beside);
    }

    /** Nobody knows at the moment what comes after it; what tells no time is refused. */
    private static boolean hasHappened(String line) {
        Matcher time = TIME.matcher(line);
        return !time.find() || !OffsetDateTime.parse(time.group(1)).toInstant().isAfter(MOMENT);
    }

    /** As the launcher does, which knows where the database lies. */
    private static void showDisks(RunningHouse house) {
        MeterRegistry registry = house.context().getBean(MeterRegistry.class);
        File disk = house.secrets().toFile();
        Metric.DISK_FREE.gauge(registry, disk, File::getUsableSpace, "postgres");
        Metric.DISK_SIZE.gauge(registry, disk, File::getTotalSpace, "postgres");
    }

    boolean hasPrometheus() {
        return beside != null;
    }

    PrometheusBeside prometheus() {
        if (beside == null) throw new AssertionError("there is no prometheus");
        return beside;
    }

    /** The values that a board has when it is opened. */
    GrafanaText chosen(BoardFile board) {
        GrafanaText chosen = NOTHING_CHOSEN;
        for (Variable variable : board.variables())
            chosen = chosen.with(variable.name(), values(variable, chosen).getFirst());
        return chosen;
    }

    /** What one may choose, in the order in which Grafana offers it. */
    List<String> values(Variable variable, GrafanaText before) {
        if (variable.name().equals("hoso")) return List.of(house.uri("").toString());
        assertThat(variable.isAsked()).as(variable.name()).isTrue();
        if (variable.json().get("includeAll").asBoolean())
            return List.of(variable.json().get("allValue").asString());
        return variable.source().equals(BoardFile.SQL)
                ? sqlValues(before.sql(variable.query()))
                : promValues(variable, before.promQl(variable.query()));
    }

    private List<String> sqlValues(String sql) {
        List<Map<String, Object>> rows = reader.sql(sql).query().listOfRows();
        assertThat(rows.stream().map(row -> row.values().iterator().next()))
                .as("texts, of which Grafana shows equal ones once: %s", sql)
                .doesNotHaveDuplicates()
                .isNotEmpty();
        return rows.stream()
                .map(row -> row.getOrDefault("__value", row.values().iterator().next())
                        .toString())
                .toList();
    }

    private List<String> promValues(Variable variable, String query) {
        Matcher labels = LABEL_VALUES.matcher(query);
        if (labels.matches()) return prometheus().labelValues(labels.group(2), labels.group(1));
        Matcher result = QUERY_RESULT.matcher(query);
        assertThat(result.matches()).as(query).isTrue();
        String regex = variable.json().get("regex").asString();
        Pattern wanted = Pattern.compile(regex.substring(1, regex.length() - 1));
        return prometheus()
                .query(result.group(1))
                .map(series -> wanted.matcher(asText(series)))
                .filter(Matcher::find)
                .map(found -> found.group("value"))
                .toList();
    }

    /** A series as Grafana writes it, before it looks for what a regular expression wants of it. */
    private static String asText(JsonNode series) {
        return series.get("metric").properties().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue().asString() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    List<Map<String, Object>> rows(Target question, GrafanaText chosen) {
        return reader.sql(chosen.sql(question.text())).query().listOfRows();
    }

    /** What whoever has every right is answered at an address of this house that a click leads to. */
    JsonNode answer(String link) {
        URI address = URI.create(escaped(link));
        Reply reply = new Wire(house)
                .get(
                        address.getRawPath() + "?" + address.getRawQuery(),
                        house.token(Role.ADMIN, Set.of("*"), Set.of("*")));
        assertThat(reply.status()).as("%s: %s", address, reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** As browsers do with what an address may not have. */
    private static String escaped(String address) {
        var escaped = new StringBuilder();
        for (byte octet : address.getBytes(StandardCharsets.UTF_8))
            if (octet > ' ' && octet < 127) escaped.append((char) octet);
            else escaped.append("%%%02X".formatted(octet));
        return escaped.toString();
    }

    @Override
    public void close() throws IOException {
        if (beside != null) beside.close();
        house.close();
        database.close();
    }
}
