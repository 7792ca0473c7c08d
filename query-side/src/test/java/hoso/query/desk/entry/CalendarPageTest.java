package hoso.query.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.entry.CalendarPage.Change;
import hoso.query.desk.entry.CalendarPage.Look;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The calendar of a year, and another before it is published. */
class CalendarPageTest {

    private static final Frame FRAME = new Frame(Language.VI, null, "", "", false);
    private static final String HOLDS = """
            {"hours": [["07:30", "11:30"], ["13:00", "17:00"]],
             "holidays": ["2026-01-01", "2026-04-30"], "makeUpDays": []}
            """;

    private static CalendarPage page(Map<String, String> entered) {
        return new CalendarPage(
                Question.of(),
                2026,
                answer(HOLDS),
                true,
                true,
                Question.of(entered),
                "2026-01-01T00:00:00Z",
                Optional.empty());
    }

    private static Answer answer(String json) {
        return Answer.of(new JsonMapper().readTree(json));
    }

    private static List<Change> changes(String published) {
        return Look.of(page(Map.of()), answer(published), FRAME).changes();
    }

    @Test
    void the_same_calendar_changes_nothing() {
        assertThat(changes(HOLDS)).isEmpty();
    }

    @Test
    void what_goes_and_what_comes_is_told_of_each_part_that_differs() {
        assertThat(changes("""
                        {"hours": [["08:00", "12:00"]],
                         "holidays": ["2026-04-30", "2026-05-01"], "makeUpDays": ["2026-05-09"]}
                        """))
                .containsExactly(
                        new Change("Giờ làm việc", "07:30-11:30, 13:00-17:00", "08:00-12:00"),
                        new Change("Ngày nghỉ", "thứ Năm 1/1", "thứ Sáu 1/5"),
                        new Change("Ngày làm bù", "", "thứ Bảy 9/5"));
    }

    @Test
    void the_form_holds_the_calendar_that_holds() {
        CalendarPage page = page(Map.of());

        assertThat(page.lines("holidays", FRAME)).isEqualTo("01/01/2026\n30/04/2026");
        assertThat(page.enteredHours()).isEqualTo("07:30-11:30, 13:00-17:00");
    }

    @Test
    void the_form_keeps_what_was_entered_and_what_was_left_empty() {
        CalendarPage page = page(Map.of("khi", "2026-01-01T00:00:00Z", "holidays", "31/02/2026", "hours", "8h"));

        assertThat(page.lines("holidays", FRAME)).isEqualTo("31/02/2026");
        assertThat(page.lines("makeUpDays", FRAME)).isEmpty();
        assertThat(page.enteredHours()).isEqualTo("8h");
    }
}
