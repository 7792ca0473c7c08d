package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hoso.house.BoardFile.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code infra/run --demo} as a newcomer starts it, scraped by a real Prometheus while the demo pours in. */
class ScrapedDemoTest {

    /** Boards are made some seconds after the first units are told, later where whoever loads goes first. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    private static HouseFolder data;
    private static HouseProcess house;
    private static BoardReader reader;

    @BeforeAll
    static void launch() throws Exception {
        assumeTrue(PrometheusBeside.canBeHad(), "there is no prometheus");
        data = HouseFolder.make();
        house = HouseProcess.launchedWithBroker(data.path(), "--demo").started();
        String monitor =
                Files.readString(data.path().resolve("tokens/monitor.jwt")).strip();
        reader = new BoardReader(
                house.base().toString(),
                sql(data.path()),
                PrometheusBeside.scraping(house.base().resolve("/"), monitor));
    }

    /** By the login that the house made for boards. */
    private static JdbcClient sql(Path data) throws IOException {
        var login = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets/boards.env"))) {
            login.load(file);
        }
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://" + login.getProperty("HOSO_SQL") + "/hoso",
                login.getProperty("HOSO_SQL_USER"),
                login.getProperty("HOSO_SQL_PASSWORD")));
    }

    @AfterAll
    static void close() throws Exception {
        if (reader != null) reader.close();
        if (house != null) house.close();
        if (data != null) data.close();
    }

    @ParameterizedTest
    @MethodSource("hoso.house.BoardAnswersTest#expressions")
    void each_panel_that_asks_prometheus_shows_something(Target expression) {
        BoardFile board = expression.panel().board();
        awaitSeries(() -> reader.chosen(board).promQl(expression.text()));
    }

    @ParameterizedTest
    @MethodSource("hoso.house.BoardAnswersTest#alerts")
    void each_alert_has_something_to_look_at(AlertRule rule) {
        awaitSeries(rule::alwaysAnswered);
    }

    /** What is asked may depend on what variables of a board can be, which there are when boards have been made. */
    private static void awaitSeries(Supplier<String> asked) {
        await().atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.prometheus().query(asked.get()))
                        .as(asked.get())
                        .isNotEmpty());
    }
}
