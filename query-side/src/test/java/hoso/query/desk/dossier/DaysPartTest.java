package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which evenings of a dossier are shown. */
class DaysPartTest {

    private static final String DAYS = """
            {"days": [
              {"day": "2024-03-01", "changed": true},
              {"day": "2024-03-02", "changed": false},
              {"day": "2024-03-03", "changed": false, "portal": {"name": "đang xử lý", "overdue": false}},
              {"day": "2024-03-04", "changed": false, "portal": {"name": "đang xử lý", "overdue": false}},
              {"day": "2024-03-05", "changed": false, "portal": {"name": "đang xử lý", "overdue": true}}
            ]}
            """;

    @Test
    void those_on_which_this_system_or_the_portal_shows_something_else_than_the_evening_before() {
        assertThat(shown(Question.of(), DAYS)).containsExactly("2024-03-01", "2024-03-03", "2024-03-05");
    }

    @Test
    void what_the_portal_shows_on_the_first_evening_is_new_unless_days_before_were_shown() {
        String days = DAYS.replaceFirst("(?s)\\{\"day\": \"2024-03-01\".*?2024-03-04", "{\"day\": \"2024-03-04");

        assertThat(shown(Question.of(), days)).containsExactly("2024-03-04", "2024-03-05");
        assertThat(shown(Question.of().with("from", "2024-03-04"), days)).containsExactly("2024-03-05");
    }

    private static List<String> shown(Question question, String days) {
        var answer = Answer.of(JsonMapper.shared().readTree(days));
        return new DaysPart("X", question, answer)
                .changed().stream().map(day -> day.text("day")).toList();
    }
}
