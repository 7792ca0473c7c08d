package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Standing;
import hoso.vocabulary.Timeliness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fact published late is judged in its own place; those before it keep their decision, it and those after get one. */
class LateFactsTest {

    private static final String REASON = "'reason':'x'";
    private static final String APPROVED = "'outcome':'APPROVED'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void decides_itself_and_every_later_fact_and_tells_what_the_dossier_showed_and_shows() {
        story.accepts("resolved", "2024-03-12T08:00", APPROVED);
        story.accepts("resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));

        assertThat(story.rulings())
                .containsExactly("2' → 2024-03-08T17:00 counts", "2 → 2024-03-13T17:00", "1 → 2024-03-13T17:00 EARLY");
        assertThat(story.decision().was()).isEqualTo(new Standing(at("2024-03-08T17:00"), Timeliness.LATE));
        assertThat(story.decision().now()).isEqualTo(new Standing(at("2024-03-13T17:00"), Timeliness.EARLY));
        assertThat(story.dossier().standing()).isEqualTo(story.decision().now());
    }

    @Test
    void the_last_fact_in_time_decides_itself_alone() {
        story.accepts("suspended", "2024-03-06T07:30", REASON);

        assertThat(story.rulings()).hasSize(1);
        assertThat(story.decision().was()).isNull();
        assertThat(story.decision().now()).isNull();
    }

    @Test
    void facts_before_it_keep_what_was_decided_with_the_calendar_of_then() {
        extend("2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("resolved", "2024-03-12T17:00", APPROVED);
        story.calendar(2024, "'holidays':['2024-03-06','2024-03-11'],'makeUpDays':[]");
        story.accepts("resumed", "2024-03-08T07:30", moment("since", "2024-03-07T07:30"));

        // Three days remained with the 11th off; the receipt and the extension know nothing of it.
        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-04T07:30 → 2024-03-08T17:00",
                        "DueDateExtended 2024-03-05T08:00 → 2024-03-12T17:00",
                        "Suspended 2024-03-07T07:30 → 2024-03-12T17:00 counts",
                        "Resumed 2024-03-08T07:30 → 2024-03-13T17:00",
                        "Resolved 2024-03-12T17:00 → 2024-03-13T17:00 EARLY");
        assertThat(story.rulings()).hasSize(3);
    }

    @Test
    void is_judged_against_what_was_before_it_and_not_against_what_came_after() {
        story.accepts("suspended", "2024-03-06T07:30", REASON);
        story.accepts("resumed", "2024-03-13T07:30", "");
        assertThat(story.due()).isEqualTo("2024-03-15T17:00");

        assertThat(extend("2024-03-05T08:00", "2024-03-12T17:00")).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-19T17:00");
        assertThat(extend("2024-03-05T09:00", "2024-03-12T17:00")).isEqualTo("not-later");
    }

    @Test
    void an_accepted_extension_that_is_no_longer_later_leaves_the_due_instant() {
        extend("2024-03-06T08:00", "2024-03-12T17:00");

        assertThat(extend("2024-03-05T08:00", "2024-03-15T17:00")).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-15T17:00");
        assertThat(story.rulings()).containsExactly("2 → 2024-03-15T17:00", "1 → 2024-03-15T17:00");
    }

    @Test
    void an_accepted_extension_that_would_now_come_too_late_stays() {
        extend("2024-03-08T16:00", "2024-03-15T17:00");
        assertThat(story.correct("r", moment("time", "2024-03-01T07:30"))).isEqualTo("accepted");

        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-01T07:30 → 2024-03-07T17:00",
                        "DueDateExtended 2024-03-08T16:00 → 2024-03-15T17:00");
    }

    @Test
    void a_late_pause_makes_the_closing_after_it_one_in_a_pause() {
        story.accepts("resolved", "2024-03-07T07:30", APPROVED);
        story.accepts("suspended", "2024-03-05T07:30", REASON);

        assertThat(story.rulings()).containsExactly("2 → 2024-03-08T17:00 counts", "1 → 2024-03-12T17:00 EARLY");
    }

    @Test
    void a_pause_before_a_pause_contradicts_it() {
        story.accepts("suspended", "2024-03-06T08:00", REASON);
        story.accepts("resumed", "2024-03-07T08:00", "");

        assertThat(story.tell("suspended", "2024-03-05T08:00", REASON)).isEqualTo("contradicts-history");
        assertThat(story.tell("supplement-requested", "2024-03-05T08:00", REASON))
                .isEqualTo("contradicts-history");
    }

    @Test
    void a_pause_before_an_extension_contradicts_it() {
        extend("2024-03-06T08:00", "2024-03-12T17:00");

        assertThat(story.tell("suspended", "2024-03-05T08:00", REASON)).isEqualTo("contradicts-history");
    }

    @Test
    void a_resume_before_the_one_that_ends_the_pause_contradicts_it() {
        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-07T08:00", "");

        assertThat(story.tell("resumed", "2024-03-06T08:00", "")).isEqualTo("contradicts-history");
    }

    @Test
    void an_extension_into_a_pause_is_refused_in_its_own_place() {
        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-07T08:00", "");

        assertThat(extend("2024-03-06T08:00", "2024-03-20T17:00")).isEqualTo("already-paused");
    }

    @Test
    void a_closing_before_anything_else_contradicts_it() {
        story.accepts("suspended", "2024-03-06T08:00", REASON);
        assertThat(story.tell("resolved", "2024-03-05T08:00", APPROVED)).isEqualTo("contradicts-history");

        story.accepts("resumed", "2024-03-07T08:00", "");
        assertThat(story.tell("resolved", "2024-03-06T12:00", APPROVED)).isEqualTo("contradicts-history");
        assertThat(story.tell("resolved", "2024-03-07T08:00", APPROVED)).isEqualTo("accepted");
    }

    @Test
    void at_one_instant_it_stands_after_what_was_published_before_it() {
        extend("2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("suspended", "2024-03-05T08:00", REASON);

        assertThat(story.clock().getLast()).startsWith("Suspended");
        assertThat(extend("2024-03-05T08:00", "2024-03-22T17:00")).isEqualTo("already-paused");
    }

    @Test
    void a_refused_fact_leaves_nothing_behind() {
        var before = story.house().dossiers().get("D");
        story.tell("resumed", "2024-03-06T08:00", "");
        story.tell("suspended", "2024-03-01T08:00", REASON);

        assertThat(story.house().dossiers().get("D")).isEqualTo(before);
    }

    private String extend(String local, String dueAt) {
        return story.tell("due-date-extended", local, moment("dueAt", dueAt) + ",'basis':'x'");
    }
}
