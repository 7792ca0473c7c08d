package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteQuestion;
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
    void every_criterion_counts_what_a_look_at_all_there_is_counts(long seed) {
        boolean differed = false;
        for (BruteQuestion question : judged.questions(seed, DOSSIERS, QUESTIONS)) {
            JsonNode board = judged.get("/api/v1/scoreboard", question, Map.of());
            SortedMap<String, List<Long>> counted = counted(board);
            assertThat(counted)
                    .as("seed %d, %s", seed, question)
                    .isEqualTo(judged.judge().scoreboard(question));
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
}
