package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.measure.Metric;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A scrape of a house with more units than may have series, each of them near enough to the top. */
class ManyUnitsTest {

    private static final int UNITS = 5_000;
    private static final int DISTRICTS = 49;
    private static final int PROCEDURES = 2_000;
    private static final int DOSSIERS = 3;
    private static final int UNITS_SHOWN = 900;
    private static final int SERIES_MAX = 20_000;

    /** Received by each of three channels, closed in each of three times, due within each of three spans, and eleven more. */
    private static final int SERIES_OF_A_UNIT = 20;

    private static final Pattern OF_A_UNIT =
            Pattern.compile("^(hoso_\\w+)\\{(?:.*,)?unit=\"([^\"]+)\"", Pattern.MULTILINE);

    private static TestDatabase database;
    private static RunningHouse house;
    private static Wire wire;
    private static String scraped;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(
                database,
                Map.of("hoso.boards.depth", 20, "hoso.boards.units", UNITS_SHOWN, "hoso.boards.every", "500ms"));
        wire = new Wire(house);
        var answer = house.publish(province().stream().map(Event::json).toList());
        assertThat(answer.get("rejected").longValue()).as("" + answer).isZero();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            scraped = wire.get("/actuator/prometheus", wire.admin()).isOk().body();
            assertThat(scraped)
                    .contains("hoso_board_units_left_out " + (UNITS - UNITS_SHOWN) + ".0\n")
                    .contains("hoso_dossiers_pending{unit=\"N\"} " + DOSSIERS + ".0\n");
            assertThat(OF_A_UNIT.matcher(scraped).results()).hasSize(UNITS_SHOWN * SERIES_OF_A_UNIT);
        });
    }

    @AfterAll
    static void close() {
        if (house != null) house.close();
        database.close();
    }

    @Test
    void stays_below_twenty_thousand_series() {
        assertThat(scraped.lines().filter(line -> !line.startsWith("#"))).hasSizeLessThan(SERIES_MAX);
    }

    @Test
    void has_all_series_of_each_unit_that_it_shows() {
        Map<String, List<String>> names = OF_A_UNIT
                .matcher(scraped)
                .results()
                .collect(Collectors.groupingBy(
                        sample -> sample.group(2), Collectors.mapping(sample -> sample.group(1), Collectors.toList())));
        Set<String> all = Arrays.stream(Metric.values())
                .filter(metric -> metric.labels().contains("unit"))
                .map(Metric::prometheusName)
                .collect(Collectors.toSet());
        assertThat(names).hasSize(UNITS_SHOWN).containsKeys("N", district(1), district(DISTRICTS));
        assertThat(names.values())
                .allSatisfy(ofOne -> assertThat(ofOne).hasSize(SERIES_OF_A_UNIT))
                .allSatisfy(ofOne -> assertThat(new TreeSet<>(ofOne)).isEqualTo(all));
    }

    @Test
    void counts_what_lies_below_a_unit_that_is_shown_also_where_it_is_not() {
        assertThat(scraped)
                .contains("hoso_dossiers_pending{unit=\"" + district(1) + "\"} 2.0\n")
                .doesNotContain("unit=\"" + commune(UNITS - 1) + "\"");
    }

    private static List<Event> province() {
        List<Event> events = new ArrayList<>();
        events.add(Province.unit("N", "PROVINCE", null));
        for (int number = 1; number <= DISTRICTS; number++)
            events.add(Province.unit(district(number), "DISTRICT", "N"));
        for (int number = DISTRICTS + 1; number < UNITS; number++)
            events.add(Province.unit(commune(number), "COMMUNE", district(1 + number % DISTRICTS)));
        Province province = new Province("N", wire);
        for (int number = 1; number < PROCEDURES; number++)
            events.add(province.procedureEvent().with("subject", "N-procedure-" + number));
        events.add(province.procedureEvent());
        events.add(province.receipt("1", district(1)));
        events.add(province.receipt("2", commune(49 * 102))); // below district 1
        events.add(province.receipt("3", commune(UNITS - 1)));
        return events;
    }

    private static String district(int number) {
        return "N.%02d".formatted(number);
    }

    private static String commune(int number) {
        return "N.x%04d".formatted(number);
    }
}
