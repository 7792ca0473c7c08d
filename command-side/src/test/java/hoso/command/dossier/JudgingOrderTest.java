package hoso.command.dossier;

import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.vocabulary.UnitRights;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key, references, right to the unit, number of facts, history: the first that is wrong is told. */
class JudgingOrderTest {

    private static final String REASON = "'reason':'x'";
    private static final String FEE = "'amount':50000";
    private static final UnitRights ELSEWHERE = new UnitRights(Set.of("P.2", "Q"));

    private Story story;

    @BeforeEach
    void received_by_p_1() {
        story = received("days");
    }

    @Test
    void sent_again_with_the_same_content_it_is_a_duplicate_whatever_has_changed_since() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);
        story.accepts("resolved", "2024-03-06T08:00", "'outcome':'APPROVED'");

        assertThat(story.tell("p", "suspended", "2024-03-05T08:00", "'reason':'told otherwise'"))
                .isEqualTo("duplicate");
        assertThat(tellAs(ELSEWHERE, "p", "suspended", "2024-03-05T08:00", REASON))
                .as("also when the unit is no longer mine")
                .isEqualTo("duplicate");
    }

    @Test
    void sent_again_with_other_content_its_id_is_reused() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);

        assertThat(story.tell("p", "suspended", "2024-03-05T08:01", REASON)).isEqualTo("id-reused");
        assertThat(story.tell("p", "supplement-requested", "2024-03-05T08:00", REASON))
                .isEqualTo("id-reused");
        assertThat(story.tell(
                        "r", "received", "2024-03-04T07:30", "'unit':'P.9','procedure':'none','channel':'DIRECT'"))
                .as("before its references are looked at")
                .isEqualTo("id-reused");
        assertThat(tellAs(ELSEWHERE, "p", "suspended", "2024-03-05T08:01", REASON))
                .as("before the right to the unit")
                .isEqualTo("id-reused");
    }

    @Test
    void only_accepted_events_occupy_their_key() {
        assertThat(story.tell("q", "resumed", "2024-03-06T08:00", "")).isEqualTo("not-paused");
        story.accepts("suspended", "2024-03-05T08:00", REASON);

        assertThat(story.tell("q", "resumed", "2024-03-06T08:00", "")).isEqualTo("accepted");
    }

    @Test
    void the_same_id_under_another_source_or_subject_is_another_event() {
        assertThat(story.offer("r", "dossier.received", "D2", "2024-03-04T07:30", receipt("days")))
                .isEqualTo("accepted");
        assertThat(story.offer(
                        "r",
                        "petition.received",
                        "D",
                        "2024-03-04T07:30",
                        "'kind':'REGULATION','source':'DIRECT','unit':'P'"))
                .isEqualTo("accepted");
    }

    @Test
    void references_come_before_rights() {
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "received",
                        "2024-03-04T07:30",
                        "'unit':'P.9','procedure':'days','channel':'DIRECT'"))
                .isEqualTo("unknown-unit");
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "received",
                        "2024-03-04T07:30",
                        "'unit':'P.1','procedure':'none','channel':'DIRECT'"))
                .isEqualTo("unknown-procedure");
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "corrected",
                        "2024-06-01T08:00",
                        Story.named("none") + ",'data':{},'reason':'x','authority':'y'"))
                .isEqualTo("unknown-fact");
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "corrected",
                        "2024-06-01T08:00",
                        Story.named("r") + ",'data':{},'reason':'x','authority':'y'"))
                .as("malformed, once the fact is known")
                .isEqualTo("malformed");
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "voided",
                        "2024-06-01T08:00",
                        Story.named("none") + ",'reason':'x','authority':'y'"))
                .isEqualTo("unknown-fact");
        assertThat(tellAs(
                        ELSEWHERE,
                        null,
                        "dispute-ruled",
                        "2024-06-01T08:00",
                        "'dispute':{'source':'s','id':'none'},'verdict':'UPHELD','reason':'x','authority':'y'"))
                .isEqualTo("unknown-fact");
        assertThat(story.offer(null, "dossier.resumed", "D2", "2024-03-05T08:00", "", ELSEWHERE))
                .isEqualTo("unknown-dossier");
    }

    @Test
    void rights_come_before_history() {
        assertThat(tellAs(ELSEWHERE, null, "received", "2024-03-04T07:30", receipt("days")))
                .isEqualTo("forbidden");
        assertThat(tellAs(ELSEWHERE, null, "resumed", "2024-03-01T08:00", "")).isEqualTo("forbidden");
        assertThat(tellAs(ELSEWHERE, null, "fee-requested", "2024-03-01T08:00", FEE))
                .isEqualTo("forbidden");
    }

    @Test
    void every_event_needs_a_right_to_the_owning_unit() {
        story.accepts("d", "disputed", "2024-03-05T08:00", "'claim':'x'");
        String[][] events = {
            {"suspended", REASON},
            {"result-digitized", ""},
            {"corrected", Story.named("r") + "," + moment("time", "2024-03-05T08:00") + ",'reason':'x','authority':'y'"
            },
            {"voided", Story.named("r") + ",'reason':'x','authority':'y'"},
            {"clock-redecided", "'reason':'x','authority':'y'"},
            {"disputed", "'claim':'x'"},
            {"dispute-ruled", "'dispute':{'source':'s','id':'d'},'verdict':'UPHELD','reason':'x','authority':'y'"},
            {"texts-erased", "'authority':'y'"},
        };
        for (String[] event : events) {
            assertThat(tellAs(ELSEWHERE, null, event[0], "2024-03-05T08:00", event[1]))
                    .as(event[0])
                    .isEqualTo("forbidden");
            assertThat(tellAs(UnitRights.NONE, null, event[0], "2024-03-05T08:00", event[1]))
                    .as(event[0])
                    .isEqualTo("forbidden");
        }
        assertThat(tellAs(new UnitRights(Set.of("P.1")), null, "suspended", "2024-03-05T08:00", REASON))
                .isEqualTo("accepted");
        assertThat(tellAs(new UnitRights(Set.of("P")), null, "resumed", "2024-03-06T08:00", ""))
                .as("of its subtree")
                .isEqualTo("accepted");
    }

    @Test
    void a_correction_that_changes_the_unit_needs_both() {
        String toTheOther = Story.named("r")
                + ",'data':{'unit':'P.2','procedure':'days','channel':'DIRECT'},'reason':'x','authority':'y'";

        assertThat(tellAs(new UnitRights(Set.of("P.1")), null, "corrected", "2024-06-01T08:00", toTheOther))
                .isEqualTo("forbidden");
        assertThat(tellAs(new UnitRights(Set.of("P.2")), null, "corrected", "2024-06-01T08:00", toTheOther))
                .isEqualTo("forbidden");
        assertThat(tellAs(new UnitRights(Set.of("P.1", "P.2")), null, "corrected", "2024-06-01T08:00", toTheOther))
                .isEqualTo("accepted");
        assertThat(tellAs(new UnitRights(Set.of("P.1")), null, "suspended", "2024-03-05T08:00", REASON))
                .as("it now belongs to the other")
                .isEqualTo("forbidden");
    }

    @Test
    void rights_are_judged_in_the_tree_of_today() {
        story.offer(null, "unit.moved", "P.1", "2024-01-01T08:00", "'parent':'Q','validFrom':'2025-07-01'");

        assertThat(tellAs(new UnitRights(Set.of("Q")), null, "suspended", "2024-03-05T08:00", REASON))
                .isEqualTo("accepted");
        assertThat(tellAs(new UnitRights(Set.of("P")), null, "resumed", "2024-03-06T08:00", ""))
                .isEqualTo("forbidden");
    }

    @Test
    void a_move_that_is_still_ahead_moves_no_right() {
        story.offer(null, "unit.moved", "P.1", "2024-01-01T08:00", "'parent':'Q','validFrom':'2099-01-01'");

        assertThat(tellAs(new UnitRights(Set.of("Q")), null, "suspended", "2024-03-05T08:00", REASON))
                .isEqualTo("forbidden");
    }

    @Test
    void a_thousand_other_facts_are_enough_and_shut_out_no_clock_fact() {
        for (int count = 0; count < 1_000; count++) story.accepts("fee-requested", "2024-03-05T08:00", FEE);

        assertThat(story.tell("fee-requested", "2024-03-01T08:00", FEE))
                .as("told before the history is looked at")
                .isEqualTo("too-many-facts");
        assertThat(story.tell("disputed", "2024-03-05T08:00", "'claim':'x'")).isEqualTo("too-many-facts");
        assertThat(story.tell("texts-erased", "2024-03-05T08:00", "'authority':'y'"))
                .as("an order to erase is never shut out")
                .isEqualTo("accepted");
        assertThat(tellAs(ELSEWHERE, null, "fee-requested", "2024-03-05T08:00", FEE))
                .as("rights come before the number")
                .isEqualTo("forbidden");
        assertThat(story.tell("suspended", "2024-03-05T08:00", REASON)).isEqualTo("accepted");
    }

    @Test
    void a_thousand_clock_facts_corrections_and_redecisions_are_enough_voided_ones_included() {
        for (int count = 0; count < 333; count++) {
            story.accepts("p" + count, "suspended", "2024-03-05T08:00", REASON);
            story.takeOut("p" + count);
            story.redecide();
        }

        assertThat(story.redecide()).isEqualTo("too-many-facts");
        assertThat(story.tell("suspended", "2024-03-01T08:00", REASON)).isEqualTo("too-many-facts");
        assertThat(story.takeOut("r")).isEqualTo("too-many-facts");
        assertThat(story.correct("r", moment("time", "2024-03-05T08:00"))).isEqualTo("too-many-facts");
        assertThat(story.tell("fee-requested", "2024-03-05T08:00", FEE)).isEqualTo("accepted");
    }

    @Test
    void a_new_life_brings_no_new_room() {
        for (int count = 0; count < 998; count++) story.redecide();
        assertThat(story.takeOut("r")).isEqualTo("accepted");

        assertThat(story.tell("received", "2024-03-04T07:30", receipt("days"))).isEqualTo("too-many-facts");
    }

    private String tellAs(UnitRights rights, String id, String type, String local, String data) {
        return story.offer(id, "dossier." + type, "D", local, data, rights);
    }
}
