package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteQuestion;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    /** How many dossiers stand behind these no report tells, by no unit. */
    private static final Set<String> NO_FIGURE =
            Set.of("pending.dueWithin", "portal.differs", "amounts.paidOnline", "amounts.notifications");

    private static JudgedHouse judged;

    @BeforeAll
    static void open() {
        judged = new JudgedHouse();
    }

    @AfterAll
    static void close() {
        judged.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void behind_a_figure_stand_the_dossiers_that_a_look_at_each_finds_there(long seed) {
        var random = new Random(seed);
        for (BruteQuestion question : judged.questions(seed, DOSSIERS, QUESTIONS))
            for (int lot = 0; lot < CELLS_PER_QUESTION; lot++)
                compare(seed, question, CELLS.get(random.nextInt(CELLS.size())), 1 + random.nextInt(40));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 14})
    void what_falls_due_soon_is_what_a_look_at_each_finds(long seed) {
        var random = new Random(seed);
        int found = 0;
        for (BruteQuestion question : judged.questions(seed, DOSSIERS, QUESTIONS)) {
            int days = random.nextInt(30);
            List<String> expected = List.copyOf(judged.judge().dueWithin(question, days));
            compare(
                    seed,
                    question,
                    expected,
                    Map.of("cell", "pending.dueWithin", "days", days, "limit", 1 + random.nextInt(10)));
            found += expected.size();
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }

    private static void compare(long seed, BruteQuestion question, String cell, int limit) {
        List<String> expected = List.copyOf(judged.judge().dossiers(question, cell));
        compare(seed, question, expected, Map.of("cell", cell, "limit", limit));
    }

    private static void compare(long seed, BruteQuestion question, List<String> expected, Map<String, Object> list) {
        List<JsonNode> pages = judged.pages("/api/v1/report/dossiers", question, list);
        String cell = list.get("cell").toString();
        assertThat(pages)
                .as("seed %d, %s, %s", seed, cell, question)
                .allSatisfy(page -> assertThat(page.get("count").intValue()).isEqualTo(expected.size()));
        assertThat(JudgedHouse.ids(JudgedHouse.dossiers(pages)))
                .as("seed %d, %s, %s", seed, cell, question)
                .isEqualTo(expected);
        assertThat(pages.stream().skip(1)).noneMatch(page -> page.has("groups"));
        if (NO_FIGURE.contains(cell))
            assertThat(JudgedHouse.countsByUnit(pages.getFirst()))
                    .as("seed %d, %s, %s", seed, cell, question)
                    .isEqualTo(judged.judge().byUnit(question, expected));
        else assertThat(pages.getFirst().has("groups")).isFalse();
    }
}
