package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Standing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A re-decision decides the whole clock with the procedures and calendars now known, and judges nothing anew. */
class RedecisionTest {

    private static final String HOLIDAYS = "'holidays':['2024-03-06','2024-03-07'],'makeUpDays':[]";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void publishing_a_calendar_changes_no_dossier_by_itself() {
        story.calendar(2024, HOLIDAYS);

        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
    }

    @Test
    void carries_a_calendar_published_late_to_the_whole_clock() {
        story.accepts("suspended", "2024-03-08T07:30", "'reason':'x'");
        story.accepts("resumed", "2024-03-11T07:30", "");
        story.accepts("resolved", "2024-03-12T08:00", "'outcome':'APPROVED'");
        story.calendar(2024, HOLIDAYS);
        assertThat(story.redecide()).isEqualTo("accepted");

        assertThat(story.rulings())
                .containsExactly(
                        "0 → 2024-03-12T17:00",
                        "1 → 2024-03-12T17:00 counts",
                        "2 → 2024-03-13T17:00",
                        "3 → 2024-03-13T17:00 EARLY");
        assertThat(story.decision().was()).isEqualTo(new Standing(at("2024-03-11T17:00"), Timeliness.LATE));
        assertThat(story.decision().now()).isEqualTo(new Standing(at("2024-03-13T17:00"), Timeliness.EARLY));
        assertThat(story.decision().target()).isNull();
        assertThat(story.dossier().standing()).isEqualTo(story.decision().now());
    }

    @Test
    void takes_field_fee_and_rules_from_the_procedure_as_now_known() {
        story.procedure(
                "days",
                "'kind':'WORKING_DAYS','amount':2",
                "'supplement':'RESTART','feeRequired':true,'validFrom':'2020-01-01'");
        story.redecide();

        assertThat(story.due()).isEqualTo("2024-03-05T17:00");
        assertThat(story.dossier().terms().feeRequired()).isTrue();
        assertThat(story.dossier().terms().supplement()).isEqualTo(SupplementRule.RESTART);
        assertThat(story.decision().taken()).isEqualTo(story.dossier().terms());
    }

    @Test
    void keeps_a_due_instant_that_the_publisher_stated() {
        story.correct("r", "'data':{" + receipt("days") + "," + moment("dueAt", "2024-03-20T10:00") + "}");
        story.calendar(2024, HOLIDAYS);
        story.redecide();

        assertThat(story.due()).isEqualTo("2024-03-20T10:00");
        assertThat(story.dossier().terms().computedDueAt()).isEqualTo(at("2024-03-12T17:00"));
    }

    @Test
    void an_extension_that_is_no_longer_later_leaves_the_due_instant() {
        story.accepts("due-date-extended", "2024-03-05T08:00", moment("dueAt", "2024-03-11T17:00") + ",'basis':'x'");
        story.calendar(2024, HOLIDAYS);
        assertThat(story.redecide()).isEqualTo("accepted");

        assertThat(story.rulings()).containsExactly("0 → 2024-03-12T17:00", "1 → 2024-03-12T17:00");
    }

    @Test
    void a_pause_may_come_to_count_and_one_may_cease_to() {
        story.accepts("suspended", "2024-03-11T08:00", "'reason':'x'");
        assertThat(story.dossier().inPauseThatCounts()).isFalse();
        story.calendar(2024, HOLIDAYS);
        story.redecide();
        assertThat(story.dossier().inPauseThatCounts()).isTrue();

        story.calendar(2024, "'holidays':[],'makeUpDays':[]");
        story.redecide();
        assertThat(story.dossier().inPauseThatCounts()).isFalse();
    }

    @Test
    void with_nothing_new_known_it_decides_the_same() {
        story.accepts("suspended", "2024-03-06T08:00", "'reason':'x'");
        story.accepts("resumed", "2024-03-07T08:00", "");
        var before = story.clock();
        story.redecide();

        assertThat(story.clock()).isEqualTo(before);
        assertThat(story.decision().was()).isEqualTo(story.decision().now());
    }

    @Test
    void what_it_would_lead_to_can_be_told_before() {
        story.accepts("suspended", "2024-03-06T08:00", "'reason':'x'");
        story.accepts("resumed", "2024-03-12T08:00", "");
        story.calendar(2024, HOLIDAYS);
        var told = DossierDecider.dueIfRedecided(
                story.dossier(), story.house().reference().register());
        assertThat(told).isNotEqualTo(story.dossier().dueAt());
        story.redecide();

        assertThat(story.dossier().dueAt()).isEqualTo(told);
    }
}
