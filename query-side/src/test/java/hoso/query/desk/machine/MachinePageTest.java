package hoso.query.desk.machine;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Assets;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Language;
import hoso.query.desk.machine.MachinePage.Refusal;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page of the machine as it is drawn, of what a house alone seldom has. */
class MachinePageTest {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, MachinePage.class.getClassLoader());

    private static final String WELL = """
            "head": 7, "projected": 7, "lagSeconds": 0, "rebuild": {"running": false}, "parked": []""";

    private static Answer answer(String json) {
        return Answer.of(JsonMapper.shared().readTree("{" + json + "}"));
    }

    /** Its text, with a line for each row, member and item. */
    private static String drawn(Answer status, List<Refusal> refusals, List<Answer> origins) {
        var admin = new Caller("admin", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL);
        var frame = new Frame(Language.VI, admin, "", MachinePage.PATH, false);
        var page = new MachinePage(status, true, refusals, Map.of(), List.of(), List.of(), origins);
        var output = new StringOutput();
        TEMPLATES.render("machine/machine.jte", Map.of("frame", frame, "page", page, "assets", new Assets()), output);
        String lines = Pattern.compile("</tr>|</dd>|</li>|</dl>")
                .matcher(output.toString())
                .replaceAll("\n");
        return Pattern.compile("<[^>]*>")
                .matcher(lines)
                .replaceAll(" ")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n");
    }

    @Test
    void an_origin_is_a_row_with_what_is_missing_of_it_since_when_and_why_it_stopped() {
        Answer well = answer("\"origin\": \"A\", \"covered\": 1200, \"landed\": 1200");
        Answer holed = answer("""
                "origin": "B", "covered": 11, "landed": 40, "missing": 12, "missingSince": "2026-03-02T02:00:00Z",
                "stopped": "two events have one position\"""");

        assertThat(drawn(answer(WELL), List.of(), List.of(well, holed)))
                .contains("Nơi Đã đủ đến số Mới nhất Còn thiếu Đã dừng\n")
                .contains("\nA 1.200 1.200 – –\n")
                .contains("\nB 11 40 số 12 từ 09:00 02/03/2026 two events have one position\n");
        assertThat(drawn(answer(WELL), List.of(), List.of())).doesNotContain("Các nơi được tổng hợp");
    }

    @Test
    void members_of_other_parts_are_told_one_by_one_however_deep_they_lie() {
        Answer status = answer(WELL + """
                , "heads": {"size": 7000, "signedAt": "2026-03-02T02:00:00Z", "topic": {"topic": "hoso.heads", "published": true}, "keys": ["a", "b"], "none": []},
                "load": [1, 2]""");

        assertThat(drawn(status, List.of(), List.of()))
                .contains("Ký đến số 7.000\nKý lúc 09:00:00 02/03/2026\n")
                .contains("Topic của Kafka Topic của Kafka hoso.heads\nĐã đăng có\n")
                .contains("keys a\nb\n")
                .contains("none –\n")
                .doesNotContain("{", "[", "&quot;", "&#34;");
    }

    @Test
    void of_many_refusals_the_most_are_shown_and_how_many_rows_are_left_out() {
        List<Refusal> refusals = IntStream.rangeClosed(1, 53)
                .mapToObj(number -> new Refusal("malformed", "office " + number, 100 - number))
                .toList();

        assertThat(drawn(answer(WELL), refusals, List.of()))
                .contains("malformed office 50 50\n")
                .doesNotContain("office 51")
                .contains("Còn 3 dòng nữa");
        assertThat(drawn(answer(WELL), refusals.subList(0, 50), List.of())).doesNotContain("dòng nữa");
    }

    @Test
    void publishers_that_are_counted_as_one_are_told_in_the_language_of_the_page() {
        assertThat(drawn(answer(WELL), List.of(new Refusal("forbidden", "others", 2)), List.of()))
                .contains("forbidden các nơi khác 2\n");
    }
}
