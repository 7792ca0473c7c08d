package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.edge.measure.Metric;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A house with the example world in it, and whoever asks it as boards ask. */
record BoardHouse(TestDatabase database, RunningHouse house, BoardReader reader) implements AutoCloseable {

    /** In the middle of the world's last busy month, which by Công điện 644 is that from 21 February on. */
    private static final Instant MOMENT = Instant.parse("2024-03-15T03:00:00Z");

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Pattern TIME = Pattern.compile("\"time\": ?\"(20\\d\\d-\\d\\d-\\d\\dT[^\"]*)\"");

    static BoardHouse open() throws IOException, InterruptedException {
        TestDatabase database = TestDatabase.fresh();
        Map<String, Object> properties = BrokerProperties.of(TestBroker.name("boards"));
        properties.put("hoso.origin", TestBroker.name("boards"));
        properties.put("hoso.heads.topic", TestBroker.name("heads"));
        properties.put("hoso.boards.every", "500ms");
        RunningHouse house = RunningHouse.on(database, properties);
        house.context().getBean(BoardClock.class).standAt(MOMENT);
        var login = database.reader("hoso_bi");
        JdbcClient sql =
                JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), login.user(), login.password()));
        List<String> told = ExampleWorld.world().lines().stream()
                .filter(BoardHouse::hasHappened)
                .toList();
        long head = house.publish(told).get("lastPosition").longValue();
        await().atMost(LONG_ENOUGH)
                .until(() -> sql.sql("SELECT standing_position FROM hoso_bi.moment")
                        .query(Long.class)
                        .optional()
                        .filter(position -> position >= head)
                        .isPresent());
        showDisks(house);
        PrometheusBeside prometheus = PrometheusBeside.canBeHad()
                ? PrometheusBeside.scraping(house.uri("/"), house.token(Role.MONITOR, Set.of(), Set.of()))
                : null;
        return new BoardHouse(database, house, new BoardReader(house.uri("").toString(), sql, prometheus));
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
        reader.close();
        house.close();
        database.close();
    }
}
