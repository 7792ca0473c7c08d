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

/** The mismatches that the real endpoint lists, page by page, against a look at every dossier there is. */
class BruteForceMismatchesTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 15;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private static final List<String> CAUSES =
            List.of("NOT_SYNCED", "UNANSWERED_REQUEST", "CLOSED_THERE_ALONE", "NEVER_CLOSED_THERE");

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
    @ValueSource(longs = {21, 22})
    void counts_by_cause_what_its_pages_list_and_a_look_at_each_dossier_finds(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        Instant now = Instant.now();
        world.lines().forEach(line -> BRUTE.offer(line, now));
        house.publish(world.lines());
        long found = 0;
        for (BruteQuestion question : RandomQuestions.of(seed, world, BRUTE, QUESTIONS)) {
            found += counted(question).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            for (String cause : CAUSES)
                assertThat(ids(all(question, Map.of("cause", cause))))
                        .as("seed %d, %s, %s", seed, cause, question)
                        .isEqualTo(List.copyOf(BRUTE.mismatched(question, cause)));
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }

    /** The counts of the first page, found to be those of all pages. */
    private static Map<String, Long> counted(BruteQuestion question) {
        JsonNode first = page(question, Map.of());
        Map<String, Long> told = new TreeMap<>();
        first.get("causes")
                .forEach(cause -> told.put(
                        cause.get("cause").asString(), cause.get("count").longValue()));
        List<JsonNode> dossiers = all(question, Map.of("limit", 7));
        Map<String, Long> listed = new TreeMap<>();
        for (JsonNode dossier : dossiers)
            dossier.get("causes")
                    .forEach(cause -> listed.merge(cause.get("cause").asString(), 1L, Long::sum));
        assertThat(listed).as("%s", question).isEqualTo(told);
        assertThat(first.get("count").intValue()).isEqualTo(dossiers.size());
        assertThat(ids(dossiers)).isSorted().doesNotHaveDuplicates();
        return told;
    }

    private static List<JsonNode> all(BruteQuestion question, Map<String, Object> more) {
        List<JsonNode> dossiers = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(more);
        JsonNode page;
        do {
            page = page(question, parameters);
            page.get("dossiers").forEach(dossiers::add);
            if (page.has("next")) parameters.put("after", page.get("next").asString());
        } while (page.has("next"));
        return dossiers;
    }

    private static List<String> ids(List<JsonNode> dossiers) {
        return dossiers.stream().map(dossier -> dossier.get("id").asString()).toList();
    }

    private static JsonNode page(BruteQuestion question, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("unit", question.unit());
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("asOf", question.asOf() + SHIPPED_EVENTS);
        parameters.put("minPosition", BRUTE.position() + SHIPPED_EVENTS);
        if (question.tree() != null) parameters.put("tree", question.tree());
        if (question.at() != null) parameters.put("at", question.at());
        return house.get("/api/v1/audit/mismatches", parameters);
    }
}
