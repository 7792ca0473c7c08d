package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.testkit.brute.BruteAnswer;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.world.RandomQuestions;
import java.sql.SQLException;
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

    /** So few that most questions about the past take some segments off the sums, and read a part of another. */
    private static final int SEGMENT_EVENTS = 100;

    private static JudgedHouse judged;

    @BeforeAll
    static void open() throws SQLException {
        judged = new JudgedHouse();
        try (var connection = judged.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE books.book SET segment_events = " + SEGMENT_EVENTS);
        }
    }

    @AfterAll
    static void close() {
        judged.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void every_cell_of_every_report_is_that_of_the_brute_force_report(long seed) {
        JudgedHouse.Told told = judged.tell(seed, DOSSIERS);
        Map<String, Integer> verdicts = told.verdicts();
        JsonNode published = told.answer();
        assertThat(published.get("accepted").intValue()).as("seed %d", seed).isEqualTo(verdicts.get("accepted"));
        assertThat(published.get("duplicates").intValue()).isEqualTo(verdicts.getOrDefault("duplicate", 0));
        if (seed % 2 == 0) foldAll();
        for (BruteQuestion question : RandomQuestions.of(seed, told.world(), judged.judge(), QUESTIONS))
            compare(seed, question);
    }

    /** So few events are folded where books are compared, and not before. */
    private static void foldAll() {
        RunningHouse house = judged.house();
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
        BruteAnswer expected = judged.judge().report(question);
        JsonNode report = judged.get("/api/v1/report", question, Map.of("by", question.by()));
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

    private static SortedMap<String, Long> withoutPetitions(SortedMap<String, Long> cells, boolean petitions) {
        var kept = new TreeMap<>(cells);
        if (!petitions) kept.keySet().removeIf(cell -> cell.startsWith("petitions."));
        return kept;
    }
}
