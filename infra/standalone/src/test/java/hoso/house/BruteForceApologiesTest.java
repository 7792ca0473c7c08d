package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomQuestions;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the real endpoint says of apologies, against the real report and a look at every dossier there is. */
class BruteForceApologiesTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 15;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private static final List<String> MATTERS = List.of("withoutLetter", "promisePassed", "kept", "broken");

    /** What is counted, and the cell of the report that it is. */
    private static final Map<String, String> CELLS = Map.of(
            "resolvedLate", "/resolved/late",
            "pendingOverdue", "/pending/overdue",
            "kept", "/tags/promiseKept/resolved");

    private static TestDatabase database;
    private static RunningHouse house;
    private static final BruteHouse BRUTE = new BruteHouse();

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void adds_up_with_the_report_and_lists_what_a_look_at_each_dossier_finds(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        Instant now = Instant.now();
        world.lines().forEach(line -> BRUTE.offer(line, now));
        house.publish(world.lines());
        Map<String, Integer> found = new TreeMap<>();
        for (BruteQuestion question : RandomQuestions.of(seed, world, BRUTE, QUESTIONS)) {
            JsonNode counted = page(question, Map.of());
            addsUp(counted, house.get("/api/v1/report", parameters(question, Map.of())));
            for (String matter : MATTERS) {
                List<String> expected = List.copyOf(BRUTE.apologies(question, matter));
                assertThat(listed(question, matter))
                        .as("seed %d, %s, %s", seed, matter, question)
                        .isEqualTo(expected);
                assertThat(counted.at("/total/" + matter).intValue()).isEqualTo(expected.size());
                found.merge(matter, expected.size(), Integer::sum);
            }
        }
        assertThat(found.get("withoutLetter")).as("seed %d", seed).isPositive();
    }

    private static void addsUp(JsonNode counted, JsonNode report) {
        CELLS.forEach((count, cell) -> {
            assertThat(counted.at("/total/" + count)).as(cell).isEqualTo(report.at("/total" + cell));
            assertThat(byKey(counted, "/" + count)).as(cell).isEqualTo(byKey(report, cell));
        });
        Map<String, Long> sums = new TreeMap<>();
        counted.get("groups")
                .forEach(group -> group.properties().stream()
                        .filter(member -> member.getValue().isNumber())
                        .forEach(member ->
                                sums.merge(member.getKey(), member.getValue().longValue(), Long::sum)));
        sums.forEach((count, sum) ->
                assertThat(counted.at("/total/" + count).longValue()).as(count).isEqualTo(sum));
    }

    /** Of the groups that are not 0. */
    private static Map<String, Long> byKey(JsonNode answer, String count) {
        Map<String, Long> byKey = new TreeMap<>();
        answer.get("groups").forEach(group -> {
            if (group.at(count).longValue() != 0)
                byKey.put(group.get("key").asString(), group.at(count).longValue());
        });
        return byKey;
    }

    private static List<String> listed(BruteQuestion question, String matter) {
        List<String> ids = new ArrayList<>();
        Map<String, Object> more = new HashMap<>(Map.of("list", matter, "limit", 3));
        JsonNode page;
        do {
            page = page(question, more);
            page.get("dossiers").forEach(dossier -> ids.add(dossier.get("id").asString()));
            if (page.has("next")) more.put("after", page.get("next").asString());
        } while (page.has("next"));
        return ids;
    }

    private static JsonNode page(BruteQuestion question, Map<String, Object> more) {
        return house.get("/api/v1/audit/apologies", parameters(question, more));
    }

    private static Map<String, Object> parameters(BruteQuestion question, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("unit", question.unit());
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("asOf", question.asOf() + SHIPPED_EVENTS);
        parameters.put("minPosition", BRUTE.position() + SHIPPED_EVENTS);
        if (question.tree() != null) parameters.put("tree", question.tree());
        if (question.at() != null) parameters.put("at", question.at());
        return parameters;
    }
}
