package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomQuestions;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The scoreboard that the real endpoint gives against a look at every dossier, petition and procedure there is. */
class BruteForceScoreboardTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 30;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

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
    @ValueSource(longs = {21, 22, 23})
    void every_criterion_counts_what_a_look_at_all_there_is_counts(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        Instant now = Instant.now();
        world.lines().forEach(line -> BRUTE.offer(line, now));
        house.publish(world.lines());
        boolean differed = false;
        for (BruteQuestion question : RandomQuestions.of(seed, world, BRUTE, QUESTIONS)) {
            JsonNode board = house.get("/api/v1/scoreboard", parameters(question));
            SortedMap<String, List<Long>> counted = counted(board);
            assertThat(counted).as("seed %d, %s", seed, question).isEqualTo(BRUTE.scoreboard(question));
            differed |= !counted.get("PROGRESS").equals(counted.get("PROGRESS@portal"));
        }
        assertThat(differed).as("seed %d", seed).isTrue();
    }

    private static SortedMap<String, List<Long>> counted(JsonNode board) {
        SortedMap<String, List<Long>> counted = new TreeMap<>();
        for (JsonNode group : board.get("groups"))
            for (JsonNode criterion : group.get("criteria")) {
                String code = criterion.get("code").asString();
                if (criterion.has("local")) counted.put(code, score(criterion.get("local")));
                if (criterion.has("portal")) counted.put(code + "@portal", score(criterion.get("portal")));
            }
        return counted;
    }

    private static List<Long> score(JsonNode score) {
        return List.of(
                score.at("/numerator/value").longValue(),
                score.at("/denominator/value").longValue());
    }

    private static Map<String, Object> parameters(BruteQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
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
