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
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The dossiers that the real endpoint lists behind a figure, page by page, against a look at every dossier there is. */
class BruteForceDossiersTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 20;
    private static final int CELLS_PER_QUESTION = 12;

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private static final List<String> CELLS = List.of(
            "received.total",
            "received.new",
            "received.online",
            "received.carriedOver",
            "resolved.total",
            "resolved.early",
            "resolved.late",
            "resolved.rejected",
            "pending.total",
            "pending.notDue",
            "pending.overdue",
            "pending.paused",
            "tags.digitized.inScope",
            "tags.rated.new",
            "tags.apologised.resolved",
            "tags.paidOnline.inScope",
            "amounts.paidOnline",
            "amounts.notifications",
            "digitizedThroughout.resolved",
            "portal.inScope",
            "portal.ended.inTime",
            "portal.ended.late",
            "portal.pending.total",
            "portal.pending.notDue",
            "portal.pending.overdue",
            "portal.differs");

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
    @ValueSource(longs = {11, 12})
    void behind_a_figure_stand_the_dossiers_that_a_look_at_each_finds_there(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        Instant now = Instant.now();
        world.lines().forEach(line -> BRUTE.offer(line, now));
        house.publish(world.lines());
        var random = new Random(seed);
        for (BruteQuestion question : RandomQuestions.of(seed, world, BRUTE, QUESTIONS))
            for (int lot = 0; lot < CELLS_PER_QUESTION; lot++)
                compare(seed, question, CELLS.get(random.nextInt(CELLS.size())), 1 + random.nextInt(40));
    }

    private static void compare(long seed, BruteQuestion question, String cell, int limit) {
        List<String> expected = List.copyOf(BRUTE.dossiers(question, cell));
        Map<String, Object> parameters = parameters(question);
        parameters.put("cell", cell);
        parameters.put("limit", limit);
        List<String> listed = new ArrayList<>();
        JsonNode page;
        do {
            page = house.get("/api/v1/report/dossiers", parameters);
            assertThat(page.get("count").intValue())
                    .as("seed %d, %s, %s", seed, cell, question)
                    .isEqualTo(expected.size());
            page.get("dossiers").forEach(dossier -> listed.add(dossier.get("id").asString()));
            if (page.has("next")) parameters.put("after", page.get("next").asString());
        } while (page.has("next"));
        assertThat(listed).as("seed %d, %s, %s", seed, cell, question).isEqualTo(expected);
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
