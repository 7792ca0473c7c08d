package hoso.command.dossier;

import static hoso.command.Story.moment;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extension moves the due instant to a later one, by the due instant; it never shortens. */
class ExtensionTest {

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void moves_the_due_instant_to_the_stated_one() {
        assertThat(extend("2024-03-05T08:00", "2024-03-16T09:30")).isEqualTo("accepted");

        assertThat(story.due()).isEqualTo("2024-03-16T09:30");
        assertThat(story.rulings()).containsExactly("1 → 2024-03-16T09:30");
    }

    @Test
    void comes_at_the_due_instant_at_the_latest() {
        assertThat(extend("2024-03-08T17:00:00.000001", "2024-03-15T17:00")).isEqualTo("past-due");
        assertThat(extend("2024-03-08T17:00", "2024-03-15T17:00")).isEqualTo("accepted");
    }

    @Test
    void goes_to_a_later_instant_than_the_one_in_force() {
        assertThat(extend("2024-03-05T08:00", "2024-03-08T17:00")).isEqualTo("not-later");
        assertThat(extend("2024-03-05T08:00", "2024-03-07T17:00")).isEqualTo("not-later");
        assertThat(extend("2024-03-05T08:00", "2024-03-08T17:00:00.000001")).isEqualTo("accepted");
    }

    @Test
    void past_due_comes_before_not_later() {
        assertThat(extend("2024-03-11T08:00", "2024-03-07T17:00")).isEqualTo("past-due");
    }

    @Test
    void may_follow_another() {
        extend("2024-03-05T08:00", "2024-03-15T17:00");
        assertThat(extend("2024-03-12T08:00", "2024-03-22T17:00")).isEqualTo("accepted");
        assertThat(extend("2024-03-13T08:00", "2024-03-20T17:00")).isEqualTo("not-later");

        assertThat(story.due()).isEqualTo("2024-03-22T17:00");
    }

    @Test
    void counts_what_remains_at_a_pause_to_the_extended_instant() {
        extend("2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("suspended", "2024-03-12T16:00", "'reason':'x'");
        story.accepts("resumed", "2024-03-20T07:30", "");

        assertThat(story.due()).isEqualTo("2024-03-20T08:30");
    }

    @Test
    void a_restart_after_it_counts_from_the_supplement_alone() {
        story = received("restart");
        extend("2024-03-05T08:00", "2024-03-29T17:00");
        story.accepts("supplement-requested", "2024-03-06T08:00", "'reason':'x'");
        story.accepts("supplement-received", "2024-03-11T07:30", "");

        assertThat(story.due()).isEqualTo("2024-03-15T17:00");
    }

    private String extend(String local, String dueAt) {
        return story.tell("due-date-extended", local, moment("dueAt", dueAt) + ",'basis':'x'");
    }
}
