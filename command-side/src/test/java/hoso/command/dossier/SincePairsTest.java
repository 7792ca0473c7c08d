package hoso.command.dossier;

import static hoso.command.Story.moment;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resume may bring the pause that it ends, for a pair that is published late as a whole; the pause is judged first. */
class SincePairsTest {

    private static final String REASON = "'reason':'x'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void both_are_clock_facts_each_in_its_place() {
        assertThat(resumed("2024-03-06T07:30", "2024-03-11T07:30")).isEqualTo("accepted");

        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-04T07:30 → 2024-03-08T17:00",
                        "Suspended 2024-03-06T07:30 → 2024-03-08T17:00 counts",
                        "Resumed 2024-03-11T07:30 → 2024-03-13T17:00");
        assertThat(story.rulings()).containsExactly("1' → 2024-03-08T17:00 counts", "1 → 2024-03-13T17:00");
        assertThat(story.decision().now()).as("it is the last in time").isNull();
    }

    @Test
    void a_supplement_brings_its_request() {
        story = received("restart");
        story.accepts("supplement-received", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));

        assertThat(story.due()).isEqualTo("2024-03-15T17:00");
        assertThat(story.clock()).element(1).asString().startsWith("SupplementRequested 2024-03-06T07:30");
    }

    @Test
    void a_pause_brought_from_after_the_due_instant_does_not_count() {
        resumed("2024-03-11T07:30", "2024-03-12T07:30");

        assertThat(story.rulings()).containsExactly("1' → 2024-03-08T17:00 does not count", "1 → 2024-03-08T17:00");
    }

    @Test
    void the_pause_is_not_before_the_receipt() {
        assertThat(resumed("2024-03-04T07:29", "2024-03-05T07:30")).isEqualTo("before-receipt");
        assertThat(resumed("2024-03-04T07:30", "2024-03-05T07:30")).isEqualTo("accepted");
    }

    @Test
    void neither_of_them_after_the_closing() {
        story.accepts("withdrawn", "2024-03-06T08:00", "");

        assertThat(resumed("2024-03-06T09:00", "2024-03-07T08:00")).isEqualTo("already-closed");
        assertThat(resumed("2024-03-05T09:00", "2024-03-07T08:00")).isEqualTo("already-closed");
        assertThat(resumed("2024-03-05T09:00", "2024-03-06T07:59")).isEqualTo("accepted");
    }

    @Test
    void the_pause_is_in_no_other() {
        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-07T08:00", "");

        assertThat(resumed("2024-03-06T08:00", "2024-03-06T09:00")).isEqualTo("already-paused");
        assertThat(resumed("2024-03-06T08:00", "2024-03-08T09:00")).isEqualTo("already-paused");
    }

    @Test
    void the_resume_ends_it_and_no_other() {
        story.accepts("supplement-requested", "2024-03-06T08:00", REASON);
        assertThat(resumed("2024-03-05T08:00", "2024-03-07T09:00"))
                .as("a request stands between, which a resume does not fit")
                .isEqualTo("not-paused");

        story.accepts("supplement-received", "2024-03-07T08:00", "");
        assertThat(resumed("2024-03-05T08:00", "2024-03-07T09:00"))
                .as("the request has ended")
                .isEqualTo("not-paused");
    }

    @Test
    void around_an_open_pause_of_its_kind_it_contradicts_that() {
        story.accepts("suspended", "2024-03-06T08:00", REASON);

        assertThat(resumed("2024-03-05T08:00", "2024-03-07T08:00")).isEqualTo("contradicts-history");
        assertThat(resumed("2024-03-05T08:00", "2024-03-05T09:00")).isEqualTo("accepted");
    }

    @Test
    void around_an_extension_it_contradicts_that() {
        story.accepts("due-date-extended", "2024-03-06T08:00", moment("dueAt", "2024-03-20T17:00") + ",'basis':'x'");

        assertThat(resumed("2024-03-05T08:00", "2024-03-07T08:00")).isEqualTo("contradicts-history");
    }

    @Test
    void the_pause_stands_just_before_its_resume_in_position() {
        story.accepts("suspended", "2024-03-05T08:00", REASON);
        story.accepts("resumed", "2024-03-06T08:00", "");

        // At the instant at which the first pause ended: published later, so after it.
        assertThat(resumed("2024-03-06T08:00", "2024-03-06T09:00")).isEqualTo("accepted");
        // At the instant at which the first pause began: published later, so within it.
        assertThat(resumed("2024-03-05T08:00", "2024-03-05T09:00")).isEqualTo("already-paused");
    }

    @Test
    void a_pair_between_two_others_decides_all_that_follows() {
        resumed("2024-03-07T07:30", "2024-03-08T07:30");
        assertThat(story.due()).isEqualTo("2024-03-11T17:00");
        resumed("2024-03-05T07:30", "2024-03-06T07:30");

        assertThat(story.due()).isEqualTo("2024-03-12T17:00");
        assertThat(story.rulings())
                .containsExactly(
                        "2' → 2024-03-08T17:00 counts",
                        "2 → 2024-03-11T17:00",
                        "1' → 2024-03-11T17:00 counts",
                        "1 → 2024-03-12T17:00");
    }

    private String resumed(String since, String local) {
        return story.tell("resumed", local, moment("since", since));
    }
}
