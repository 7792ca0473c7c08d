package hoso.query.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A list that is read on, page after page. */
class StretchTest {

    private static final String PATH = "/viec";

    @Test
    void the_first_page_leads_to_the_second_which_leads_back_and_tells_which_rows_it_has() {
        Stretch first = stretch(Question.of().with("unit", "H20"), 3, "next-page");
        assertThat(first.first()).isEqualTo(1);
        assertThat(first.last()).isEqualTo(3);
        assertThat(first.hasBefore()).isFalse();
        assertThat(first.after()).isEqualTo("/viec?unit=H20&after=next-page&dong=4");

        Stretch second = stretch(Question.of(Map.of("unit", "H20", "after", "next-page", "dong", "4")), 2, "");
        assertThat(second.first()).isEqualTo(4);
        assertThat(second.last()).isEqualTo(5);
        assertThat(second.hasNext()).isFalse();
        assertThat(second.begin()).isEqualTo("/viec?unit=H20");
    }

    @Test
    void a_list_on_one_page_is_whole() {
        assertThat(stretch(Question.of(), 3, "").isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999999"})
    void a_number_that_is_none_is_not_counted_from(String number) {
        Stretch page = stretch(Question.of(Map.of("after", "a", "dong", number)), 1, "");

        assertThat(page.first()).isEqualTo(1);
    }

    @Test
    void rows_that_the_whole_list_has_not_are_not_told() {
        Question question = Question.of(Map.of("after", "a", "dong", "900001"));
        Answer answer = Answer.of(JsonMapper.shared().readTree("{\"count\": 7, \"rows\": [{}]}"));

        assertThat(Stretch.of(answer.list("rows"), question, PATH, answer).isNumbered())
                .isFalse();
        assertThat(Stretch.of(answer.list("rows"), question.with("dong", "7"), PATH, answer)
                        .isNumbered())
                .isTrue();
    }

    private static Stretch stretch(Question question, int rows, String next) {
        var answer = JsonMapper.shared().createObjectNode();
        var list = answer.putArray("rows");
        for (int row = 0; row < rows; row++) list.addObject();
        if (!next.isEmpty()) answer.put("next", next);
        Answer told = Answer.of(answer);
        return Stretch.of(told.list("rows"), question, PATH, told);
    }
}
