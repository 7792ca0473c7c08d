package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.testkit.brute.BruteAnswer;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomQuestions;
import hoso.testkit.world.RandomWorld;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The real endpoint on a real database against the brute-force report, which keeps no ledger. */
class BruteForceReportTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 40;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    /** So few that most questions about the past take some segments off the sums, and read a part of another. */
    private static final int SEGMENT_EVENTS = 100;

    private static TestDatabase database;
    private static RunningHouse house;
    private static final BruteHouse BRUTE = new BruteHouse();

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE books.book SET segment_events = " + SEGMENT_EVENTS);
        }
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_cell_of_every_report_is_that_of_the_brute_force_report(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        Instant now = Instant.now();
        Map<String, Integer> verdicts = new HashMap<>();
        world.lines().forEach(line -> verdicts.merge(BRUTE.offer(line, now), 1, Integer::sum));
        JsonNode published = house.publish(world.lines());
        assertThat(published.get("accepted").intValue()).as("seed %d", seed).isEqualTo(verdicts.get("accepted"));
        assertThat(published.get("duplicates").intValue()).isEqualTo(verdicts.getOrDefault("duplicate", 0));
        if (seed % 2 == 0) foldAll();
        for (BruteQuestion question : RandomQuestions.of(seed, world, BRUTE, QUESTIONS)) compare(seed, question);
    }

    /** So few events are folded where books are compared, and not before. */
    private static void foldAll() {
        String token = house.token(Role.ADMIN, Set.of("*"), Set.of("*"));
        assertThat(house.post("/actuator/rebuild", "application/json", "{}", token)
                        .status())
                .isEqualTo(200);
        await().until(() ->
                !house.get("/actuator/rebuild", Map.of()).get("running").booleanValue());
        assertThat(house.get("/actuator/rebuild", Map.of()).get("outcome").asString())
                .isEqualTo("the new books are live");
    }

    private static void compare(long seed, BruteQuestion question) {
        BruteAnswer expected = BRUTE.report(question);
        JsonNode report = house.get("/api/v1/report", parameters(question));
        String where = "seed " + seed + ", " + question;
        boolean petitions = question.by().equals("unit") || question.by().equals("level");
        assertThat(ReportCells.of(report.get("total"))).as(where).isEqualTo(new TreeMap<>(expected.total()));
        assertThat(report.get("name").asString()).as(where).isEqualTo(expected.name());
        Map<String, SortedMap<String, Long>> groups = new TreeMap<>();
        for (JsonNode group : report.get("groups")) groups.put(group.get("key").asString(), ReportCells.of(group));
        Map<String, SortedMap<String, Long>> expectedGroups = new TreeMap<>();
        expected.groups().forEach((key, cells) -> expectedGroups.put(key, withoutPetitions(cells, petitions)));
        assertThat(groups).as(where).isEqualTo(expectedGroups);
        for (JsonNode identity : report.get("identities"))
            assertThat(identity.get("holds").booleanValue())
                    .as(where + " " + identity)
                    .isTrue();
    }

    private static Map<String, Object> parameters(BruteQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("unit", question.unit());
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("by", question.by());
        parameters.put("asOf", question.asOf() + SHIPPED_EVENTS);
        parameters.put("minPosition", BRUTE.position() + SHIPPED_EVENTS);
        if (question.tree() != null) parameters.put("tree", question.tree());
        if (question.at() != null) parameters.put("at", question.at());
        return parameters;
    }

    private static SortedMap<String, Long> withoutPetitions(SortedMap<String, Long> cells, boolean petitions) {
        var kept = new TreeMap<>(cells);
        if (!petitions) kept.keySet().removeIf(cell -> cell.startsWith("petitions."));
        return kept;
    }
}
