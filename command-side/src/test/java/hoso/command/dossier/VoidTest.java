package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Decision;
import hoso.event.Standing;
import hoso.vocabulary.Timeliness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A void takes one fact out; with its receipt it takes the whole dossier, until that is received anew. */
class VoidTest {

    private static final String REASON = "'reason':'x'";
    private static final String APPROVED = "'outcome':'APPROVED'";
    private static final String VOID = ",'reason':'x','authority':'QĐ 1'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void what_comes_after_the_place_of_a_clock_fact_is_decided_anew() {
        story.accepts(
                "e", "due-date-extended", "2024-03-05T08:00", moment("dueAt", "2024-03-12T17:00") + ",'basis':'x'");
        story.accepts("resolved", "2024-03-11T08:00", APPROVED);
        assertThat(story.takeOut("e")).isEqualTo("accepted");

        assertThat(story.rulings()).containsExactly("2 → 2024-03-08T17:00 LATE");
        assertThat(story.decision().target()).isEqualTo(1);
        assertThat(story.decision().was()).isEqualTo(new Standing(at("2024-03-12T17:00"), Timeliness.EARLY));
        assertThat(story.decision().now()).isEqualTo(new Standing(at("2024-03-08T17:00"), Timeliness.LATE));
        assertThat(story.dossier().standing()).isEqualTo(story.decision().now());
    }

    @Test
    void the_last_fact_taken_out_leaves_the_one_before_it_as_it_was() {
        story.accepts("c", "resolved", "2024-03-11T08:00", APPROVED);
        story.takeOut("c");

        assertThat(story.rulings()).isEmpty();
        assertThat(story.decision().now()).isEqualTo(new Standing(at("2024-03-08T17:00"), null));
        assertThat(story.dossier().closing()).isEmpty();
        story.accepts("withdrawn", "2024-03-12T08:00", "");
    }

    @Test
    void the_order_of_the_rest_must_be_right() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);
        story.accepts("q", "resumed", "2024-03-06T08:00", "");
        story.accepts("suspended", "2024-03-07T08:00", REASON);

        assertThat(story.takeOut("p")).as("a resume without its pause").isEqualTo("contradicts-history");
        assertThat(story.takeOut("q")).as("a pause in a pause").isEqualTo("contradicts-history");
    }

    @Test
    void a_resume_may_go_where_no_pause_follows() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);
        story.accepts("q", "resumed", "2024-03-06T08:00", "");
        assertThat(story.takeOut("q")).isEqualTo("accepted");

        assertThat(story.dossier().inPauseThatCounts()).isTrue();
        assertThat(story.takeOut("p")).isEqualTo("accepted");
        assertThat(story.dossier().clock()).hasSize(1);
    }

    @Test
    void a_resume_takes_the_pause_it_brought_with_it() {
        story.accepts("q", "resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));
        story.accepts("resolved", "2024-03-12T08:00", APPROVED);
        assertThat(story.takeOut("q")).isEqualTo("accepted");

        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-04T07:30 → 2024-03-08T17:00",
                        "Resolved 2024-03-12T08:00 → 2024-03-08T17:00 LATE");
    }

    @Test
    void an_accepted_extension_stays_where_what_made_it_timely_is_taken_out() {
        story.accepts("q", "resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));
        story.accepts("due-date-extended", "2024-03-12T08:00", moment("dueAt", "2024-03-20T17:00") + ",'basis':'x'");

        assertThat(story.takeOut("q")).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-20T17:00");
    }

    @Test
    void another_fact_is_taken_out_without_a_word_about_the_clock() {
        story.accepts("f", "fee-requested", "2024-03-05T08:00", "'amount':50000");
        story.accepts("g", "fee-requested", "2024-03-05T08:00", "'amount':60000");
        story.takeOut("f");

        assertThat(story.decision()).isEqualTo(Decision.about(1));
        assertThat(story.dossier().others())
                .singleElement()
                .satisfies(entry -> assertThat(entry.sequence()).isEqualTo(2));
    }

    @Test
    void what_was_taken_out_is_refused_when_sent_again_and_may_come_anew_under_a_new_id() {
        story.accepts("c", "resolved", "2024-03-11T08:00", APPROVED);
        story.accepts("v", "voided", "2024-06-01T08:00", Story.named("c") + VOID);

        assertThat(story.tell("c", "resolved", "2024-03-11T08:00", APPROVED)).isEqualTo("voided");
        assertThat(story.tell("c", "resolved", "2024-03-11T09:00", APPROVED)).isEqualTo("id-reused");
        assertThat(story.tell("v", "voided", "2024-06-01T08:00", Story.named("c") + VOID))
                .isEqualTo("duplicate");
        assertThat(story.tell("r", "received", "2024-03-04T07:30", receipt("days")))
                .isEqualTo("duplicate");
        assertThat(story.tell("c2", "resolved", "2024-03-11T08:00", APPROVED)).isEqualTo("accepted");
    }

    @Test
    void the_receipt_takes_the_whole_dossier_with_it() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);
        story.accepts("f", "fee-requested", "2024-03-05T08:00", "'amount':50000");
        story.accepts("d", "disputed", "2024-03-06T08:00", "'claim':'x'");
        story.accepts("v", "voided", "2024-06-01T08:00", Story.named("r") + VOID);

        assertThat(story.decision()).isEqualTo(Decision.about(0));
        assertThat(story.dossier().alive()).isFalse();
        assertThat(story.dossier().others()).isEmpty();
        assertThat(story.dossier().disputes()).isEmpty();
        assertThat(story.dossier().taken()).isNull();
        assertThat(story.dossier().events()).isEqualTo(5);
        assertThat(story.tell("resumed", "2024-03-06T08:00", "")).isEqualTo("unknown-dossier");
        assertThat(story.tell("r", "received", "2024-03-04T07:30", receipt("days")))
                .isEqualTo("voided");
        assertThat(story.tell("p", "suspended", "2024-03-05T08:00", REASON)).isEqualTo("voided");
        assertThat(story.tell("d", "disputed", "2024-03-06T08:00", "'claim':'x'"))
                .isEqualTo("voided");
        assertThat(story.tell("v", "voided", "2024-06-01T08:00", Story.named("r") + VOID))
                .isEqualTo("duplicate");
    }

    @Test
    void received_anew_it_begins_a_life_without_any_of_the_old_facts() {
        story.accepts("p", "suspended", "2024-03-05T08:00", REASON);
        story.accepts("f", "fee-requested", "2024-03-05T08:00", "'amount':50000");
        story.accepts("d", "disputed", "2024-03-06T08:00", "'claim':'x'");
        story.takeOut("r");
        story.accepts("r2", "received", "2024-03-05T07:30", receipt("calendar"));

        assertThat(story.clock()).containsExactly("Received 2024-03-05T07:30 → 2024-03-11T17:00");
        assertThat(story.dossier().others()).isEmpty();
        assertThat(story.correct("p", moment("time", "2024-03-06T08:00"))).isEqualTo("unknown-fact");
        assertThat(story.takeOut("f")).isEqualTo("unknown-fact");
        assertThat(story.takeOut("r")).isEqualTo("unknown-fact");
        assertThat(story.tell(
                        "dispute-ruled",
                        "2024-06-01T08:00",
                        "'dispute':{'source':'s','id':'d'},'verdict':'UPHELD','reason':'x','authority':'y'"))
                .isEqualTo("unknown-fact");
        assertThat(story.tell("p", "suspended", "2024-03-05T08:00", REASON)).isEqualTo("voided");
    }

    @Test
    void what_ended_an_older_life_stays_a_duplicate_when_the_next_one_ends() {
        story.accepts("v", "voided", "2024-06-01T08:00", Story.named("r") + VOID);
        story.accepts("r2", "received", "2024-03-05T07:30", receipt("days"));
        story.accepts("c2", "resolved", "2024-03-06T07:30", APPROVED);
        story.accepts("v2", "voided", "2024-06-01T08:00", Story.named("r2") + VOID);

        assertThat(story.tell("v", "voided", "2024-06-01T08:00", Story.named("r") + VOID))
                .isEqualTo("duplicate");
        assertThat(story.tell("v2", "voided", "2024-06-01T08:00", Story.named("r2") + VOID))
                .isEqualTo("duplicate");
        assertThat(story.tell("r2", "received", "2024-03-05T07:30", receipt("days")))
                .isEqualTo("voided");
        assertThat(story.tell("c2", "resolved", "2024-03-06T07:30", APPROVED)).isEqualTo("voided");
    }
}
