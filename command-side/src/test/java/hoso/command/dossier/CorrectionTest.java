package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.ClockFact;
import hoso.event.Decision;
import hoso.event.OtherFact;
import hoso.event.Standing;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Timeliness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A correction replaces the time, the whole data, or both, of one fact, which is then judged in its new place. */
class CorrectionTest {

    private static final String REASON = "'reason':'x'";
    private static final String APPROVED = "'outcome':'APPROVED'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    private void suspendedFromTheFifthToTheEleventh() {
        story.accepts("p", "suspended", "2024-03-05T07:30", REASON);
        story.accepts("q", "resumed", "2024-03-11T07:30", "");
        assertThat(story.due()).isEqualTo("2024-03-14T17:00");
    }

    @Test
    void a_new_time_decides_the_fact_and_all_after_it_anew() {
        suspendedFromTheFifthToTheEleventh();
        assertThat(story.correct("p", moment("time", "2024-03-06T07:30"))).isEqualTo("accepted");

        assertThat(story.rulings()).containsExactly("1 → 2024-03-08T17:00 counts", "2 → 2024-03-13T17:00");
        assertThat(story.decision().target()).isEqualTo(1);
        assertThat(story.decision().taken()).isNull();
        assertThat(story.decision().was()).isEqualTo(new Standing(at("2024-03-14T17:00"), null));
        assertThat(story.decision().now()).isEqualTo(new Standing(at("2024-03-13T17:00"), null));
        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-04T07:30 → 2024-03-08T17:00",
                        "Suspended 2024-03-06T07:30 → 2024-03-08T17:00 counts",
                        "Resumed 2024-03-11T07:30 → 2024-03-13T17:00");
    }

    @Test
    void the_clock_is_decided_anew_from_the_earlier_of_its_two_places_on() {
        extend("e", "2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("suspended", "2024-03-06T07:30", REASON);
        story.accepts("resumed", "2024-03-07T07:30", "");
        assertThat(story.due()).isEqualTo("2024-03-13T17:00");

        assertThat(story.correct("e", moment("time", "2024-03-07T08:00"))).isEqualTo("accepted");
        assertThat(story.rulings())
                .containsExactly("2 → 2024-03-08T17:00 counts", "3 → 2024-03-11T17:00", "1 → 2024-03-12T17:00");

        assertThat(story.correct("e", moment("time", "2024-03-05T08:00"))).isEqualTo("accepted");
        assertThat(story.rulings())
                .containsExactly("1 → 2024-03-12T17:00", "2 → 2024-03-12T17:00 counts", "3 → 2024-03-13T17:00");
    }

    @Test
    void it_is_judged_as_if_the_fact_had_never_stood_elsewhere() {
        extend("e", "2024-03-05T08:00", "2024-03-15T17:00");

        assertThat(story.correct("e", extension("2024-03-12T17:00")))
                .as("later than the first due instant, though not than its own")
                .isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-12T17:00");
        assertThat(story.correct("e", extension("2024-03-08T17:00"))).isEqualTo("not-later");
        assertThat(story.correct("e", moment("time", "2024-03-11T08:00")))
                .as("by then the first due instant had passed")
                .isEqualTo("past-due");
    }

    @Test
    void also_where_what_came_after_was_decided_with_it() {
        suspendedFromTheFifthToTheEleventh();
        extend("e", "2024-03-12T08:00", "2024-03-20T17:00");
        // Without the pause, and the resume moved away with it, the extension would have come too late; it stays.
        assertThat(story.correct("q", moment("time", "2024-03-05T07:30"))).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-20T17:00");

        assertThat(story.correct("e", moment("time", "2024-03-12T09:00")))
                .as("judged anew itself it is refused")
                .isEqualTo("past-due");
    }

    @Test
    void a_pause_may_move_within_its_own_pause() {
        suspendedFromTheFifthToTheEleventh();

        assertThat(story.correct("p", moment("time", "2024-03-07T07:30"))).isEqualTo("accepted");
        assertThat(story.correct("p", moment("time", "2024-03-11T07:30"))).isEqualTo("accepted");
        assertThat(story.correct("p", moment("time", "2024-03-11T07:30:00.000001")))
                .isEqualTo("contradicts-history");
    }

    @Test
    void a_moved_fact_keeps_its_position_among_ties() {
        extend("e", "2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("suspended", "2024-03-06T08:00", REASON);

        assertThat(story.correct("e", moment("time", "2024-03-06T08:00"))).isEqualTo("accepted");
        assertThat(story.clock()).element(1).asString().startsWith("DueDateExtended 2024-03-06T08:00");
    }

    @Test
    void a_fact_does_not_move_before_the_receipt_nor_behind_the_closing() {
        suspendedFromTheFifthToTheEleventh();
        story.accepts("c", "resolved", "2024-03-12T08:00", APPROVED);

        assertThat(story.correct("p", moment("time", "2024-03-04T07:00"))).isEqualTo("before-receipt");
        assertThat(story.correct("q", moment("time", "2024-03-13T08:00"))).isEqualTo("already-closed");
        assertThat(story.correct("c", moment("time", "2024-03-08T08:00"))).isEqualTo("contradicts-history");
        assertThat(story.correct("c", moment("time", "2024-03-14T17:00:01"))).isEqualTo("accepted");
        assertThat(story.timeliness()).isEqualTo(Timeliness.LATE);
    }

    @Test
    void a_since_may_be_added_changed_and_taken_away() {
        story.accepts("q", "resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));

        assertThat(story.correct("q", data(moment("since", "2024-03-05T07:30"))))
                .isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-14T17:00");
        assertThat(story.correct("q", data(""))).isEqualTo("not-paused");

        story.accepts("suspended", "2024-03-12T07:30", REASON);
        story.accepts("t", "resumed", "2024-03-13T07:30", "");
        assertThat(story.correct("t", data(moment("since", "2024-03-12T08:00"))))
                .isEqualTo("already-paused");
        assertThat(story.correct("t", data(moment("since", "2024-03-11T08:00"))))
                .isEqualTo("contradicts-history");
    }

    @Test
    void a_since_that_stays_the_same_instant_decides_nothing() {
        story.accepts("q", "resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));

        assertThat(story.correct("q", data("'since':'2024-03-06T00:30:00Z'"))).isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.about(1));
    }

    @Test
    void what_touches_no_clock_decides_nothing_anew() {
        story.accepts("p", "suspended", "2024-03-05T07:30", REASON);
        story.accepts("c", "resolved", "2024-03-11T07:30", APPROVED);
        var shown = story.dossier().standing();
        story.calendar(2024, "'holidays':['2024-03-06','2024-03-12'],'makeUpDays':[]");

        assertThat(story.correct("c", data("'outcome':'REJECTED'"))).isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.about(2));
        assertThat(((ClockFact.Closing) story.dossier().closing().orElseThrow().fact()).outcome())
                .isEqualTo(Outcome.REJECTED);

        assertThat(story.correct("p", data("'reason':'y'"))).isEqualTo("accepted");
        assertThat(story.correct("p", moment("time", "2024-03-05T07:30"))).isEqualTo("accepted");
        assertThat(story.correct("r", data("'unit':'P.2','procedure':'days','channel':'POSTAL'")))
                .isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.about(0));
        assertThat(story.dossier().received().unit()).isEqualTo("P.2");
        assertThat(story.dossier().received().channel()).isEqualTo(Channel.POSTAL);
        assertThat(story.dossier().standing()).isEqualTo(shown);
    }

    @Test
    void a_changed_extension_is_decided_with_the_calendar_now_known() {
        extend("e", "2024-03-05T08:00", "2024-03-12T17:00");
        story.accepts("suspended", "2024-03-06T07:30", REASON);
        story.accepts("resumed", "2024-03-07T07:30", "");
        story.calendar(2024, "'holidays':['2024-03-11'],'makeUpDays':[]");
        story.correct("e", extension("2024-03-13T17:00"));

        // With the 11th off, 6, 7, 8, 12 and 13 March remained.
        assertThat(story.due()).isEqualTo("2024-03-14T17:00");
    }

    @Test
    void a_receipt_moved_decides_everything_anew_with_the_version_then_valid() {
        story.procedure("days", "'kind':'WORKING_DAYS','amount':2", "'supplement':'RESTART','validFrom':'2024-03-05'");
        story.accepts("resolved", "2024-03-07T08:00", APPROVED);

        assertThat(story.correct("r", moment("time", "2024-03-05T07:30"))).isEqualTo("accepted");
        assertThat(story.decision().taken())
                .isNotNull()
                .isEqualTo(story.dossier().terms());
        assertThat(story.dossier().terms().version()).isEqualTo("2024-03-05");
        assertThat(story.rulings()).containsExactly("0 → 2024-03-06T17:00", "1 → 2024-03-06T17:00 LATE");
        assertThat(story.decision().was()).isEqualTo(new Standing(at("2024-03-08T17:00"), Timeliness.EARLY));
        assertThat(story.dossier().receivedAt()).isEqualTo(at("2024-03-05T07:30"));
    }

    @Test
    void a_receipt_stays_the_first_clock_fact() {
        story.accepts("suspended", "2024-03-05T08:00", REASON);

        assertThat(story.correct("r", moment("time", "2024-03-05T08:00:00.000001")))
                .isEqualTo("contradicts-history");
        assertThat(story.correct("r", moment("time", "2024-03-05T08:00"))).isEqualTo("accepted");
    }

    @Test
    void but_may_move_behind_other_facts() {
        story.accepts("fee-requested", "2024-03-04T09:00", "'amount':50000");

        assertThat(story.correct("r", moment("time", "2024-03-05T07:30"))).isEqualTo("accepted");
        assertThat(story.dossier().others()).hasSize(1);
    }

    @Test
    void another_procedure_or_stated_due_instant_decides_everything_anew() {
        story.accepts("suspended", "2024-03-04T15:30", REASON);
        story.accepts("resumed", "2024-03-05T07:30", "");

        assertThat(story.correct("r", data(receipt("hours")))).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-05T09:00");
        assertThat(story.correct("r", data(receipt("hours") + "," + moment("dueAt", "2024-03-06T17:00"))))
                .isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-07T09:00");
        assertThat(story.dossier().terms().computedDueAt()).isEqualTo(at("2024-03-04T17:00"));
        assertThat(story.correct("r", data(receipt("calendar")))).isEqualTo("accepted");
        assertThat(story.due()).isEqualTo("2024-03-12T17:00");
    }

    @Test
    void a_fact_may_be_corrected_again_and_taken_out() {
        story.accepts("p", "suspended", "2024-03-05T07:30", REASON);
        story.correct("p", moment("time", "2024-03-06T07:30"));
        assertThat(story.correct("p", moment("time", "2024-03-07T07:30"))).isEqualTo("accepted");
        assertThat(story.takeOut("p")).isEqualTo("accepted");

        assertThat(story.clock()).containsExactly("Received 2024-03-04T07:30 → 2024-03-08T17:00");
    }

    @Test
    void other_facts_are_corrected_without_being_judged() {
        story.accepts("f", "fee-paid", "2024-03-05T08:00", "'amount':50000,'method':'COUNTER'");

        assertThat(story.correct(
                        "f", moment("time", "2024-01-01T08:00") + "," + data("'amount':60000,'method':'ONLINE'")))
                .isEqualTo("accepted");
        var paid = story.dossier().others().getFirst();
        assertThat(paid.fact()).isEqualTo(new OtherFact.FeePaid(60_000, OtherFact.PaymentMethod.ONLINE, null));
        assertThat(paid.at()).isEqualTo(at("2024-01-01T08:00"));
        assertThat(story.decision()).isEqualTo(Decision.about(1));

        assertThat(story.correct("f", moment("time", "2024-03-06T08:00"))).isEqualTo("accepted");
        assertThat(story.dossier().others().getFirst().fact()).isEqualTo(paid.fact());
        assertThat(story.correct("f", data("'amount':70000,'method':'ONLINE'"))).isEqualTo("accepted");
        assertThat(story.dossier().others().getFirst().at()).isEqualTo(at("2024-03-06T08:00"));
    }

    @Test
    void only_one_of_several_other_facts_is_corrected() {
        story.accepts("f", "fee-requested", "2024-03-05T08:00", "'amount':50000");
        story.accepts("g", "fee-requested", "2024-03-05T08:00", "'amount':50000");
        story.correct("f", data("'amount':60000"));

        assertThat(story.dossier().others())
                .extracting(entry -> ((OtherFact.FeeRequested) entry.fact()).amount())
                .containsExactly(60_000L, 50_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "r | 'data':{'unit':'P.1','procedure':'days'}                                 | malformed",
                "r | 'data':{'unit':'P.1','procedure':'days','channel':'DIRECT','name':'A'}   | unknown-property",
                "r | 'data':{'name':'A'}                                                      | unknown-property",
                "r | 'data':{'unit':'P.9','procedure':'days','channel':'DIRECT'}              | unknown-unit",
                "r | 'data':{'unit':'P.1','procedure':'none','channel':'DIRECT'}              | unknown-procedure",
                "r | 'data':{'unit':'P.1','procedure':'days','channel':'DIRECT','dueAt':'2024-03-04T00:30:00Z'} | malformed",
                "q | 'time':'2024-03-06T00:30:00Z'                                            | malformed",
                "q | 'data':{'since':'2024-03-11T00:30:00Z'}                                  | malformed",
                "q | 'time':'2024-03-20T00:30:00Z','data':{'since':'2024-03-19T00:30:00Z'}    | accepted",
                "q | 'data':{'reason':'x'}                                                    | unknown-property",
                "nothing | 'data':{'name':'A'}                                                | unknown-fact",
            })
    void new_data_and_a_new_time_are_checked_as_those_of_the_fact(String id, String change, String verdict) {
        story.accepts("q", "resumed", "2024-03-11T07:30", moment("since", "2024-03-06T07:30"));

        assertThat(story.correct(id, change)).isEqualTo(verdict);
    }

    @Test
    void a_new_time_is_checked_against_a_stated_due_instant_that_stays() {
        story.correct("r", data(receipt("days") + "," + moment("dueAt", "2024-03-20T10:00")));

        assertThat(story.correct("r", moment("time", "2024-03-20T10:00"))).isEqualTo("malformed");
        assertThat(story.correct("r", moment("time", "2024-03-20T09:59"))).isEqualTo("accepted");
    }

    @Test
    void a_new_time_of_an_apology_is_checked_against_its_promise() {
        story.accepts(
                "a",
                "apology-issued",
                "2024-03-11T08:00",
                "'letterNo':'1','reason':'x'," + moment("promisedAt", "2024-03-12T08:00"));

        assertThat(story.correct("a", moment("time", "2024-03-12T08:00"))).isEqualTo("malformed");
        assertThat(story.correct("a", moment("time", "2024-03-05T08:00")))
                .as("it is not judged late again")
                .isEqualTo("accepted");
    }

    @Test
    void what_is_itself_a_correction_or_a_note_is_no_fact_to_correct() {
        story.accepts("p", "suspended", "2024-03-05T07:30", REASON);
        story.accepts(
                "k",
                "corrected",
                "2024-06-01T08:00",
                Story.named("p") + "," + moment("time", "2024-03-06T07:30") + ",'reason':'x','authority':'y'");
        story.accepts("v", "voided", "2024-06-01T08:00", Story.named("p") + ",'reason':'x','authority':'y'");
        story.accepts("w", "clock-redecided", "2024-06-01T08:00", "'reason':'x','authority':'y'");
        story.accepts("d", "disputed", "2024-06-01T08:00", "'claim':'x'");
        story.accepts(
                "u",
                "dispute-ruled",
                "2024-06-01T08:00",
                "'dispute':{'source':'s','id':'d'},'verdict':'UPHELD','reason':'x','authority':'y'");
        story.accepts("t", "texts-erased", "2024-06-01T08:00", "'authority':'y'");

        for (String id : new String[] {"p", "k", "v", "w", "d", "u", "t", "nothing"}) {
            assertThat(story.correct(id, moment("time", "2024-03-06T07:30")))
                    .as(id)
                    .isEqualTo("unknown-fact");
            assertThat(story.takeOut(id)).as(id).isEqualTo("unknown-fact");
        }
    }

    @Test
    void a_fact_of_another_source_or_dossier_is_unknown() {
        assertThat(story.tell(
                        "corrected",
                        "2024-06-01T08:00",
                        "'corrects':{'source':'other','id':'r'}," + moment("time", "2024-03-05T07:30")
                                + ",'reason':'x','authority':'y'"))
                .isEqualTo("unknown-fact");
    }

    private void extend(String id, String local, String dueAt) {
        story.accepts(id, "due-date-extended", local, moment("dueAt", dueAt) + ",'basis':'x'");
    }

    private static String extension(String dueAt) {
        return data(moment("dueAt", dueAt) + ",'basis':'x'");
    }

    private static String data(String data) {
        return "'data':{" + data + "}";
    }
}
