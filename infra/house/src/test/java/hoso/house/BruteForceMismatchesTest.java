package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteQuestion;
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

    private static final String MISMATCHES = "/api/v1/audit/mismatches";

    private static final List<String> CAUSES =
            List.of("NOT_SYNCED", "UNANSWERED_REQUEST", "CLOSED_THERE_ALONE", "NEVER_CLOSED_THERE");

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
    @ValueSource(longs = {21, 22})
    void counts_by_cause_and_by_unit_what_its_pages_list_and_a_look_at_each_dossier_finds(long seed) {
        long found = 0;
        for (BruteQuestion question : judged.questions(seed, DOSSIERS, QUESTIONS)) {
            found += counted(question).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            for (String cause : CAUSES)
                assertThat(JudgedHouse.ids(all(question, Map.of("cause", cause))))
                        .as("seed %d, %s, %s", seed, cause, question)
                        .isEqualTo(List.copyOf(judged.judge().mismatched(question, cause)));
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }

    /** The counts of the first page, found to be those of all pages. */
    private static Map<String, Long> counted(BruteQuestion question) {
        JsonNode first = judged.get(MISMATCHES, question, Map.of());
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
        assertThat(JudgedHouse.countsByUnit(first))
                .as("%s", question)
                .isEqualTo(judged.judge().byUnit(question, JudgedHouse.ids(dossiers)));
        assertThat(JudgedHouse.ids(dossiers)).isSorted().doesNotHaveDuplicates();
        return told;
    }

    private static List<JsonNode> all(BruteQuestion question, Map<String, Object> more) {
        List<JsonNode> pages = judged.pages(MISMATCHES, question, more);
        assertThat(pages.stream().skip(1)).noneMatch(page -> page.has("groups") || page.has("causes"));
        return JudgedHouse.dossiers(pages);
    }
}
