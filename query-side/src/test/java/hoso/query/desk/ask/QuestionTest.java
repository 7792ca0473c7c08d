package hoso.query.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The question in a page's address, and the answer as pages read it. */
class QuestionTest {

    @Test
    void what_a_form_leaves_empty_was_not_asked() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("unit", " H20 ");
        given.put("asOf", "");
        given.put("by", "unit");
        assertThat(Question.of(given).at("/bao-cao")).isEqualTo("/bao-cao?unit=H20&by=unit");
    }

    @Test
    void an_address_holds_any_text() {
        Question question = Question.of().with("key", "An toàn & môi trường +1");
        assertThat(question.at("/x")).isEqualTo("/x?key=An%20to%C3%A0n%20%26%20m%C3%B4i%20tr%C6%B0%E1%BB%9Dng%20%2B1");
    }

    @Test
    void a_change_makes_another_question() {
        Question question = Question.of().with("unit", "H20").with("by", "unit");
        assertThat(question.with("by", "").at("/x")).isEqualTo("/x?unit=H20");
        assertThat(question.without("unit").at("/x")).isEqualTo("/x?by=unit");
        assertThat(question.only(Set.of("unit")).at("/x")).isEqualTo("/x?unit=H20");
        assertThat(question.at("/x")).isEqualTo("/x?unit=H20&by=unit");
    }

    @Test
    void a_member_that_is_not_there_is_a_fault_of_the_page() {
        Answer answer = Answer.of(new JsonMapper().readTree("{\"total\": {\"late\": 7, \"none\": null}}"));
        assertThat(answer.number("total.late")).isEqualTo(7);
        assertThat(answer.has("total.none")).isFalse();
        assertThat(answer.list("groups")).isEmpty();
        assertThatThrownBy(() -> answer.number("total.early")).hasMessageContaining("total.early");
    }
}
