package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Language;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What an event made of other facts, in a line each. */
class ChangedFactsTest {

    private static final Frame FRAME = new Frame(Language.VI, null, "", "", false);
    private static final String AT = "'at': '2026-03-05T03:00:00Z', ";
    private static final String DUE = "'dueAt': '2026-03-09T03:00:00Z'";
    private static final String LATER = "'dueAt': '2026-03-10T03:00:00Z'";

    private static String line(String sides) {
        String json = "{'type': 'hoso.dossier.resolved.v1', " + sides + "}";
        return ChangedFacts.line(Answer.of(new JsonMapper().readTree(json.replace('\'', '"'))), FRAME);
    }

    private static String sides(String was, String now) {
        return "'was': {" + AT + was + "}, 'now': {" + AT + now + "}";
    }

    @Test
    void every_difference_is_told() {
        assertThat(line(sides(DUE + ", 'timeliness': 'LATE'", LATER + ", 'timeliness': 'EARLY'")))
                .isEqualTo("giải quyết xong, 10:00:00 05/03/2026: "
                        + "hạn 10:00:00 09/03/2026 → 10:00:00 10/03/2026; Quá hạn → Trước hạn");
    }

    @Test
    void a_fact_that_is_no_more_and_one_that_is_there_again_are_told() {
        assertThat(line("'was': {" + AT + DUE + "}")).isEqualTo("giải quyết xong, 10:00:00 05/03/2026: không còn");
        assertThat(line("'now': {" + AT + DUE + "}"))
                .isEqualTo("giải quyết xong, 10:00:00 05/03/2026: có thêm, hạn 10:00:00 09/03/2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , 'counts': true                      | , 'counts': false                    | nay đồng hồ không dừng
            , 'counts': false                     | , 'counts': true                     | nay đồng hồ dừng
            , 'counts': true, 'remaining': 'PT2H' | , 'counts': true, 'remaining': 'PT3H'| còn lại 2 giờ → 3 giờ
            , 'counts': true, 'remainingDays': 2  | , 'counts': true, 'remainingDays': 3 | còn lại 2 ngày → 3 ngày
            """)
    void of_a_pause_it_is_told_whether_it_counts_and_what_it_leaves(String was, String now, String told) {
        String quote = "\"";
        assertThat(line(sides(DUE + was.replace("'", quote), DUE + now.replace("'", quote))))
                .endsWith(": " + told);
    }

    @Test
    void the_nearest_are_told_of_a_hundred() {
        String facts = IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        Answer event = Answer.of(new JsonMapper().readTree("{\"changed\": {\"facts\": " + facts + "}}"));

        assertThat(ChangedFacts.first(event)).hasSize(20).first().hasToString("0");
    }
}
