package hoso.command.dossier;

import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Ruling;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pause keeps, what a resume gives back, and what fits what. */
class PauseTest {

    private static final String REASON = "'reason':'x'";
    private static final String APPROVED = "'outcome':'APPROVED'";

    @ParameterizedTest
    @CsvSource({"supplement-requested, supplement-received", "suspended, resumed"})
    void what_remains_at_a_pause_is_counted_from_the_resume(String pause, String resume) {
        Story story = received("days");
        story.accepts(pause, "2024-03-06T11:30", REASON);

        assertThat(story.due()).as("shown while paused").isEqualTo("2024-03-08T17:00");
        assertThat(((Ruling.Paused) story.decision().rulings().getFirst().ruling()).remaining())
                .isEqualTo(new Remaining.WorkingTime(Duration.ofHours(20)));
        assertThat(story.dossier().inPauseThatCounts()).isTrue();

        story.accepts(resume, "2024-03-11T13:00", "");

        assertThat(story.due()).isEqualTo("2024-03-13T17:00");
        assertThat(story.dossier().inPauseThatCounts()).isFalse();
        assertThat(story.clock())
                .hasSize(3)
                .contains((pause.equals("suspended") ? "Suspended" : "SupplementRequested")
                        + " 2024-03-06T11:30 → 2024-03-08T17:00 counts");
    }

    @Test
    void a_pause_at_the_due_instant_counts_and_nothing_remains() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-08T17:00", REASON);
        assertThat(story.rulings()).containsExactly("1 → 2024-03-08T17:00 counts");

        story.accepts("resumed", "2024-03-16T09:00", "");
        assertThat(story.due()).isEqualTo("2024-03-16T09:00");
    }

    @Test
    void a_pause_after_the_due_instant_does_not_count_and_its_resume_leaves_the_due_instant() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-08T17:00:00.000001", REASON);

        assertThat(story.rulings()).containsExactly("1 → 2024-03-08T17:00 does not count");
        assertThat(story.dossier().inPauseThatCounts()).isFalse();
        assertThat(story.dossier().overdueAt(Story.at("2024-03-09T08:00"))).isTrue();

        story.accepts("resumed", "2024-03-16T09:00", "");
        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
    }

    @Test
    void a_supplement_counts_the_whole_time_anew_where_the_procedure_says_so() {
        Story story = received("restart");
        story.accepts("supplement-requested", "2024-03-08T16:00", REASON);
        story.accepts("supplement-received", "2024-03-11T07:30", "");

        assertThat(story.due()).isEqualTo("2024-03-15T17:00");
    }

    @Test
    void a_suspension_never_does() {
        Story story = received("restart");
        story.accepts("suspended", "2024-03-08T16:00", REASON);
        story.accepts("resumed", "2024-03-11T07:30", "");

        assertThat(story.due()).isEqualTo("2024-03-11T08:30");
    }

    @Test
    void nor_does_a_supplement_that_was_requested_too_late_to_count() {
        Story story = received("restart");
        story.accepts("supplement-requested", "2024-03-11T08:00", REASON);
        story.accepts("supplement-received", "2024-03-12T08:00", "");

        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
    }

    @ParameterizedTest
    @CsvSource({
        // five calendar days from Monday the 4th: Saturday the 9th, so Monday the 11th
        "2024-03-06T08:00, 2024-03-13T08:00, 2024-03-18T17:00",
        "2024-03-06T08:00, 2024-03-14T08:00, 2024-03-19T17:00",
        "2024-03-11T17:00, 2024-03-13T17:00, 2024-03-13T17:00",
        "2024-03-11T08:00, 2024-03-13T17:01, 2024-03-14T17:00",
    })
    void of_calendar_days_those_between_the_dates_remain(String pausedAt, String resumedAt, String due) {
        Story story = received("calendar");
        story.accepts("suspended", pausedAt, REASON);
        story.accepts("resumed", resumedAt, "");

        assertThat(story.due()).isEqualTo(due);
    }

    @Test
    void only_the_fact_that_fits_a_pause_ends_it() {
        Story story = received("days");
        story.accepts("supplement-requested", "2024-03-05T08:00", REASON);
        assertThat(story.tell("resumed", "2024-03-06T08:00", "")).isEqualTo("not-paused");
        story.accepts("supplement-received", "2024-03-06T08:00", "");

        story.accepts("suspended", "2024-03-07T08:00", REASON);
        assertThat(story.tell("supplement-received", "2024-03-07T09:00", "")).isEqualTo("not-paused");
        story.accepts("resumed", "2024-03-07T09:00", "");
    }

    @Test
    void without_a_pause_there_is_no_resume() {
        Story story = received("days");
        assertThat(story.tell("resumed", "2024-03-05T08:00", "")).isEqualTo("not-paused");
        assertThat(story.tell("supplement-received", "2024-03-05T08:00", "")).isEqualTo("not-paused");

        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-05T09:00", "");
        assertThat(story.tell("resumed", "2024-03-05T10:00", "")).isEqualTo("not-paused");
    }

    @Test
    void nothing_pauses_or_extends_in_a_pause() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-05T08:00", REASON);

        assertThat(story.tell("suspended", "2024-03-06T08:00", REASON)).isEqualTo("already-paused");
        assertThat(story.tell("supplement-requested", "2024-03-06T08:00", REASON))
                .isEqualTo("already-paused");
        assertThat(story.tell(
                        "due-date-extended", "2024-03-06T08:00", moment("dueAt", "2024-03-20T17:00") + ",'basis':'x'"))
                .isEqualTo("already-paused");
    }

    @Test
    void a_pause_that_does_not_count_is_a_pause_all_the_same() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-11T08:00", REASON);

        assertThat(story.tell("suspended", "2024-03-12T08:00", REASON)).isEqualTo("already-paused");
    }

    @Test
    void at_one_instant_the_older_event_stands_first() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-05T08:00", "");

        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
        assertThat(story.tell("resumed", "2024-03-05T08:00", "")).isEqualTo("not-paused");
    }

    @Test
    void closed_in_a_pause_the_dossier_is_due_as_if_it_had_been_resumed_then() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-08T16:00", REASON);
        story.accepts("resolved", "2024-03-20T08:00", APPROVED);

        assertThat(story.due()).isEqualTo("2024-03-20T09:00");
        assertThat(story.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(story.dossier().inPauseThatCounts()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"supplement-requested, 2024-03-26T17:00", "suspended, 2024-03-20T08:30"})
    void and_as_the_fact_that_fits_the_pause_would_have_made_it(String pause, String due) {
        Story story = new Story();
        story.accepts("received", "2024-03-04T07:30", receipt("restart"));
        story.accepts(pause, "2024-03-08T16:00", REASON);
        story.accepts("withdrawn", "2024-03-20T07:30", "");

        assertThat(story.due()).isEqualTo(due);
    }

    @Test
    void closed_in_a_pause_that_does_not_count_it_is_late() {
        Story story = received("days");
        story.accepts("suspended", "2024-03-11T08:00", REASON);
        story.accepts("resolved", "2024-03-11T09:00", APPROVED);

        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
        assertThat(story.timeliness()).isEqualTo(Timeliness.LATE);
    }
}
