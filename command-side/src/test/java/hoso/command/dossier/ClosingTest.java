package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.ClockFact;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Timeliness;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One closing ends the work, and is judged against the due instant in force. */
class ClosingTest {

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resolved  | 'outcome':'APPROVED' | APPROVED",
                "resolved  | 'outcome':'REJECTED' | REJECTED",
                "withdrawn |                      | WITHDRAWN",
                "declined  | 'reason':'x'         | DECLINED",
            })
    void closes_with_its_outcome(String type, String data, Outcome outcome) {
        story.accepts(type, "2024-03-05T08:00", data == null ? "" : data);

        var closing = story.dossier().closing().orElseThrow();
        assertThat(((ClockFact.Closing) closing.fact()).outcome()).isEqualTo(outcome);
        assertThat(closing.at()).isEqualTo(at("2024-03-05T08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-07T23:59:59.999999, EARLY",
        "2024-03-08T00:00,           ON_TIME",
        "2024-03-08T17:00,           ON_TIME",
        "2024-03-08T17:00:00.000001, LATE",
        "2024-04-08T17:00,           LATE",
    })
    void is_early_on_time_or_late(String closedAt, Timeliness timeliness) {
        story.accepts("withdrawn", closedAt, "");

        assertThat(story.timeliness()).isEqualTo(timeliness);
        assertThat(story.rulings()).containsExactly("1 → 2024-03-08T17:00 " + timeliness);
        assertThat(story.decision().now()).isNull();
    }

    @Test
    void nothing_touches_the_clock_after_it() {
        story.accepts("resolved", "2024-03-06T08:00", "'outcome':'APPROVED'");

        for (String local : List.of("2024-03-06T08:00", "2024-03-07T08:00")) {
            assertThat(story.tell("resolved", local, "'outcome':'APPROVED'")).isEqualTo("already-closed");
            assertThat(story.tell("withdrawn", local, "")).isEqualTo("already-closed");
            assertThat(story.tell("suspended", local, "'reason':'x'")).isEqualTo("already-closed");
            assertThat(story.tell("resumed", local, "")).isEqualTo("already-closed");
            assertThat(story.tell("due-date-extended", local, moment("dueAt", "2024-03-20T17:00") + ",'basis':'x'"))
                    .isEqualTo("already-closed");
        }
    }

    @Test
    void stands_last_so_an_earlier_second_one_contradicts_it() {
        story.accepts("resolved", "2024-03-06T08:00", "'outcome':'APPROVED'");

        assertThat(story.tell("withdrawn", "2024-03-05T08:00", "")).isEqualTo("contradicts-history");
    }

    @Test
    void a_dossier_is_overdue_from_just_after_its_due_instant_until_it_is_closed() {
        var open = story.dossier();
        assertThat(open.overdueAt(at("2024-03-08T17:00"))).isFalse();
        assertThat(open.overdueAt(at("2024-03-08T17:00:00.000001"))).isTrue();
        assertThat(open.overdueAt(at("2024-03-01T08:00"))).isFalse();

        story.accepts("resolved", "2024-03-12T08:00", "'outcome':'APPROVED'");
        var closed = story.dossier();
        assertThat(closed.overdueAt(at("2024-03-11T08:00"))).isTrue();
        assertThat(closed.overdueAt(at("2024-03-12T08:00"))).isFalse();
        assertThat(closed.lateAt(at("2024-03-12T08:00"))).isTrue();
        assertThat(closed.lateAt(at("2024-03-20T08:00"))).isTrue();
        assertThat(closed.lateAt(at("2024-03-08T17:00"))).isFalse();
    }

    @Test
    void one_closed_in_time_is_never_late() {
        story.accepts("resolved", "2024-03-08T08:00", "'outcome':'APPROVED'");

        assertThat(story.dossier().lateAt(at("2024-03-11T08:00"))).isFalse();
        assertThat(story.dossier().overdueAt(at("2024-03-11T08:00"))).isFalse();
    }

    @Test
    void one_in_a_pause_that_counts_is_not_overdue() {
        story.accepts("suspended", "2024-03-06T08:00", "'reason':'x'");

        assertThat(story.dossier().overdueAt(at("2024-03-30T08:00"))).isFalse();
    }
}
