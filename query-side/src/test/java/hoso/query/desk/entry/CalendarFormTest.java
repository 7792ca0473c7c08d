package hoso.query.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.query.desk.ask.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A calendar as people write it. */
class CalendarFormTest {

    @Test
    void days_stand_in_lines_or_beside_one_another_and_hours_in_spans() {
        Question entered = Question.of()
                .with("hours", "07:30-11:30, 13:00 - 17:00")
                .with("holidays", "1/1/2026\n30/04/2026, 01/05/2026;")
                .with("makeUpDays", "");
        assertThat(CalendarForm.data(entered))
                .hasToString("{\"hours\":[[\"07:30\",\"11:30\"],[\"13:00\",\"17:00\"]],"
                        + "\"holidays\":[\"2026-01-01\",\"2026-04-30\",\"2026-05-01\"],\"makeUpDays\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "2026-04-30", "mai"})
    void a_day_that_is_none_is_refused_by_name(String day) {
        assertThatThrownBy(() -> CalendarForm.data(Question.of().with("holidays", day)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(day);
    }
}
