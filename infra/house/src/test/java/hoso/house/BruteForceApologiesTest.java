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

/** What the real endpoint says of apologies, against the real report and a look at every dossier there is. */
class BruteForceApologiesTest {

    private static final int DOSSIERS = 100;
    private static final int QUESTIONS = 15;

    private static final String APOLOGIES = "/api/v1/audit/apologies";

    private static final List<String> MATTERS = List.of("withoutLetter", "promised", "promisePassed", "kept", "broken");

    /** What is counted, and the cell of the report that it is. */
    private static final Map<String, String> CELLS = Map.of(
            "resolvedLate", "/resolved/late",
            "pendingOverdue", "/pending/overdue",
            "kept", "/tags/promiseKept/resolved");

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
    @ValueSource(longs = {31, 32})
    void adds_up_with_the_report_and_lists_what_a_look_at_each_dossier_finds(long seed) {
        Map<String, Integer> found = new TreeMap<>();
        for (BruteQuestion question : judged.questions(seed, DOSSIERS, QUESTIONS)) {
            JsonNode counted = judged.get(APOLOGIES, question, Map.of());
            addsUp(counted, judged.get("/api/v1/report", question, Map.of()));
            for (String matter : MATTERS) {
                List<String> expected = List.copyOf(judged.judge().apologies(question, matter));
                assertThat(JudgedHouse.ids(JudgedHouse.dossiers(
                                judged.pages(APOLOGIES, question, Map.of("list", matter, "limit", 3)))))
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
}
