package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomQuestions;
import hoso.testkit.world.RandomWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Snapshots of a random world: frozen in its midst, and asked for when ten thousand events more have happened. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SnapshotWorldTest {

    private static final long SEED = 20_261_121;
    private static final int DOSSIERS = 1_600;
    private static final int LATER_EVENTS = 10_000;
    private static final int SNAPSHOTS = 6;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private static TestDatabase database;
    private static RunningHouse house;
    private static final BruteHouse BRUTE = new BruteHouse();
    private static final Map<String, BruteQuestion> FROZEN = new LinkedHashMap<>();
    private static List<String> later = List.of();

    @BeforeAll
    static void freeze() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        RandomWorld world = RandomWorld.of(SEED, DOSSIERS);
        int midst = world.lines().size() / 4;
        later = world.lines().subList(midst, world.lines().size());
        List<String> before = world.lines().subList(0, midst);
        Instant now = Instant.now();
        before.forEach(line -> BRUTE.offer(line, now));
        house.publish(before);
        await().atMost(Duration.ofSeconds(60)).until(SnapshotWorldTest::projected);
        RandomQuestions.of(SEED, world, BRUTE, 200).stream()
                .filter(question -> question.at() == null && question.by().equals("unit"))
                .limit(SNAPSHOTS)
                .forEach(SnapshotWorldTest::freeze);
        assertThat(FROZEN).hasSize(SNAPSHOTS);
    }

    private static void freeze(BruteQuestion question) {
        String body = "{\"unit\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"CUSTOM\"%s}"
                .formatted(
                        question.unit(),
                        question.from(),
                        question.to(),
                        question.tree() == null ? "" : ",\"tree\":\"" + question.tree() + "\"");
        RunningHouse.Answer frozen = post("/api/v1/snapshots", body);
        assertThat(frozen.status()).as("%s", frozen).isEqualTo(201);
        FROZEN.put(frozen.body().get("id").asString(), question);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    @Order(1)
    void hold_every_figure_of_the_brute_force_report() {
        FROZEN.forEach((id, question) -> {
            var asked = new BruteQuestion(
                    question.unit(), question.from(), question.to(), "unit", question.tree(), null, BRUTE.position());
            SortedMap<String, Long> expected = new TreeMap<>(BRUTE.report(asked).total());
            assertThat(ReportCells.of(snapshot(id).at("/content/report/total")))
                    .as("seed %d, %s", SEED, asked)
                    .isEqualTo(expected);
        });
    }

    @Test
    @Order(2)
    void are_replayed_byte_for_byte_after_ten_thousand_events_and_a_rebuild_of_the_books() {
        JsonNode published = house.publish(later);
        assertThat(published.get("accepted").intValue()).isGreaterThan(LATER_EVENTS);
        await().atMost(Duration.ofSeconds(60)).until(SnapshotWorldTest::projected);
        assertThat(post("/actuator/rebuild", "{}").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.get("/actuator/rebuild", Map.of())
                        .get("outcome")
                        .asString()
                        .equals("the new books are live"));
        FROZEN.keySet().forEach(id -> {
            JsonNode outcome = post("/api/v1/snapshots/" + id + "/replay", "").body();
            assertThat(outcome.get("matches").booleanValue())
                    .as("seed %d, %s", SEED, outcome)
                    .isTrue();
            assertThat(outcome.get("sha256")).isEqualTo(snapshot(id).get("sha256"));
            assertThat(outcome.get("events").longValue()).isEqualTo(BRUTE.position() + SHIPPED_EVENTS);
        });
    }

    @Test
    @Order(3)
    void are_restated_to_what_the_report_now_says_and_every_difference_is_explained() {
        FROZEN.forEach((id, question) -> {
            SortedMap<String, Long> restated = ReportCells.of(snapshot(id).at("/content/report/total"));
            JsonNode restatement = house.get("/api/v1/snapshots/" + id + "/restatement", Map.of("limit", 1_000));
            for (JsonNode cell : restatement.get("cells")) {
                long explained = 0;
                for (JsonNode cause : cell.get("causes"))
                    explained += cause.get("difference").longValue();
                assertThat(explained)
                        .as("seed %d, %s", SEED, cell)
                        .isEqualTo(cell.get("difference").longValue());
                assertThat(cell.get("causes").toString()).doesNotContain("UNEXPLAINED");
                if (!cell.has("key")) restated.merge(cell.get("cell").asString(), explained, Long::sum);
            }
            assertThat(restated).as("seed %d, %s", SEED, question).isEqualTo(reportNow(question));
        });
    }

    private static SortedMap<String, Long> reportNow(BruteQuestion question) {
        Map<String, Object> asked =
                new TreeMap<>(Map.of("unit", question.unit(), "from", question.from(), "to", question.to()));
        if (question.tree() != null) asked.put("tree", question.tree());
        return ReportCells.of(house.get("/api/v1/report", asked).get("total"));
    }

    private static JsonNode snapshot(String id) {
        return house.get("/api/v1/snapshots/" + id, Map.of());
    }

    private static boolean projected() {
        JsonNode status = house.get("/api/v1/status", Map.of());
        return status.get("projected").equals(status.get("head"));
    }

    private static RunningHouse.Answer post(String path, String body) {
        return house.post(path, "application/json", body, house.token(Role.ADMIN, Set.of("*"), Set.of("*")));
    }
}
