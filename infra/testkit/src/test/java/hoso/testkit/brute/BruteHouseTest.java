package hoso.testkit.brute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lives worked out by hand, in March 2024: the 4th is a Monday, no holiday, 07:30–11:30 and 13:00–17:00. */
class BruteHouseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final BruteHouse house = new BruteHouse();
    private int ids;

    @BeforeEach
    void a_unit_and_four_procedures() {
        say("unit.registered", "U", "2024-01-01T08:00", "'name':'U','level':'PROVINCE','validFrom':'2020-01-01'");
        procedure("days", "'kind':'WORKING_DAYS','amount':2", "RESUME");
        procedure("again", "'kind':'WORKING_DAYS','amount':2", "RESTART");
        procedure("calendar", "'kind':'CALENDAR_DAYS','amount':5", "RESUME");
        procedure("same", "'kind':'SAME_DAY'", "RESUME");
    }

    private void procedure(String code, String processing, String supplement) {
        say(
                "procedure.published",
                code,
                "2024-01-01T08:00",
                "'name':'P','field':'F','onlineLevel':'FULL','processing':{" + processing + "},'supplement':'"
                        + supplement + "','validFrom':'2020-01-01'");
    }

    private String say(String type, String subject, String local, String data) {
        return say("e" + ++ids, type, subject, local, data);
    }

    private String say(String id, String type, String subject, String local, String data) {
        String line = "{'specversion':'1.0','id':'" + id + "','source':'s','type':'hoso." + type + ".v1','subject':'"
                + subject + "','time':'" + local + ":00+07:00','data':{" + data + "}}";
        return house.offer(line.replace('\'', '"'), NOW);
    }

    private String tell(String id, String type, String local, String data) {
        return say(id, "dossier." + type, "D", local, data);
    }

    private void receive(String procedure, String local) {
        assertThat(tell("r", "received", local, "'unit':'U','procedure':'" + procedure + "','channel':'DIRECT'"))
                .isEqualTo("accepted");
    }

    private String correct(String id, String change) {
        return say(
                "dossier.corrected",
                "D",
                "2024-04-01T08:00",
                "'corrects':{'source':'s','id':'" + id + "'}," + change + ",'reason':'x','authority':'x'");
    }

    private String takeOut(String id) {
        return say(
                "dossier.voided",
                "D",
                "2024-04-01T08:00",
                "'corrects':{'source':'s','id':'" + id + "'},'reason':'x','authority':'x'");
    }

    private BruteDossier dossier() {
        return house.dossier("D").orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(BruteJson.LOCAL);
    }

    @Test
    void a_pause_keeps_what_remains_and_a_restart_does_not() {
        receive("days", "2024-03-04T09:00");
        tell("p", "supplement-requested", "2024-03-05T09:00", "'reason':'x'");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-06T09:00"));
        tell("q", "supplement-received", "2024-03-11T13:00", "");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-12T11:30"));

        assertThat(correct("r", "'data':{'unit':'U','procedure':'again','channel':'DIRECT'}"))
                .isEqualTo("accepted");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-13T11:30"));
    }

    @Test
    void a_suspension_never_restarts() {
        receive("again", "2024-03-04T09:00");
        tell("p", "suspended", "2024-03-05T09:00", "'reason':'x'");
        assertThat(tell("q", "supplement-received", "2024-03-11T13:00", "")).isEqualTo("not-paused");
        tell("q", "resumed", "2024-03-11T13:00", "");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-12T11:30"));
    }

    @Test
    void calendar_days_remain_as_days() {
        receive("calendar", "2024-03-04T09:00");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-11T17:00"));
        tell("p", "suspended", "2024-03-09T23:00", "'reason':'x'");
        tell("q", "resumed", "2024-03-14T23:00", "");
        // Two days of the 11th remain on the 9th: the 16th is a Saturday.
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-18T17:00"));
    }

    @Test
    void a_pause_at_the_due_instant_counts_and_one_after_it_does_not() {
        receive("days", "2024-03-04T09:00");
        tell("p", "suspended", "2024-03-06T09:00", "'reason':'x'");
        assertThat(dossier().pausedAt(at("2024-03-08T00:00"))).isTrue();
        tell("q", "resumed", "2024-03-08T10:00", "");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-08T10:00"));

        assertThat(correct("p", "'time':'2024-03-06T09:01:00+07:00'")).isEqualTo("accepted");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-06T09:00"));
        assertThat(dossier().pausesThatCount()).isEmpty();
        assertThat(dossier().overdueAt(at("2024-03-07T00:00"))).isTrue();
    }

    @Test
    void closed_in_a_pause_the_due_instant_is_that_of_a_resume_at_the_closing() {
        receive("days", "2024-03-04T09:00");
        tell("p", "suspended", "2024-03-05T09:00", "'reason':'x'");
        tell("c", "withdrawn", "2024-03-20T09:00", "");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-21T09:00"));
        assertThat(dossier().timeliness()).isEqualTo("EARLY");
        assertThat(dossier().pausedAt(at("2024-03-19T09:00"))).isTrue();
    }

    @Test
    void a_late_fact_is_judged_in_its_place_and_what_follows_is_decided_anew() {
        receive("days", "2024-03-04T09:00");
        tell("c", "resolved", "2024-03-07T09:00", "'outcome':'APPROVED'");
        assertThat(dossier().timeliness()).isEqualTo("LATE");
        assertThat(tell(
                        "x",
                        "due-date-extended",
                        "2024-03-06T09:01",
                        "'dueAt':'2024-03-08T09:00:00+07:00','basis':'x'"))
                .isEqualTo("past-due");
        assertThat(tell(
                        "x",
                        "due-date-extended",
                        "2024-03-06T09:00",
                        "'dueAt':'2024-03-06T09:00:00+07:00','basis':'x'"))
                .isEqualTo("not-later");
        assertThat(tell(
                        "x",
                        "due-date-extended",
                        "2024-03-06T09:00",
                        "'dueAt':'2024-03-08T09:00:00+07:00','basis':'x'"))
                .isEqualTo("accepted");
        assertThat(dossier().timeliness()).isEqualTo("EARLY");
        assertThat(tell("p", "suspended", "2024-03-03T09:00", "'reason':'x'")).isEqualTo("before-receipt");
        assertThat(tell("p", "suspended", "2024-03-05T09:00", "'reason':'x'")).isEqualTo("contradicts-history");
        assertThat(tell("p", "suspended", "2024-03-08T09:00", "'reason':'x'")).isEqualTo("already-closed");
        assertThat(tell("q", "resumed", "2024-03-05T15:00", "'since':'2024-03-05T09:00:00+07:00'"))
                .isEqualTo("accepted");
        assertThat(takeOut("c")).isEqualTo("accepted");
        assertThat(dossier().closed()).isFalse();
    }

    @Test
    void a_calendar_changes_nothing_decided_before_the_place_of_a_fact() {
        receive("days", "2024-03-04T09:00");
        say("calendar.published", "2024", "2024-03-05T08:00", "'holidays':['2024-03-05','2024-03-12'],'makeUpDays':[]");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-06T09:00"));
        tell("q", "resumed", "2024-03-11T09:00", "'since':'2024-03-04T13:00:00+07:00'");
        // Of [4 March 13:00, 6 March 09:00) four hours and one and a half remain without the 5th.
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-11T16:00"));
        tell("n", "clock-redecided", "2024-03-12T09:00", "'reason':'x','authority':'x'");
        // Due on the 7th at 09:00 by the new calendar: four, eight and one and a half hours remain.
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-13T16:00"));
    }

    @Test
    void a_correction_is_judged_in_its_new_place_as_if_it_had_stood_nowhere() {
        receive("days", "2024-03-04T09:00");
        tell("p", "suspended", "2024-03-05T09:00", "'reason':'x'");
        tell("q", "resumed", "2024-03-07T09:00", "");
        assertThat(correct("p", "'time':'2024-03-08T09:00:00+07:00'")).isEqualTo("contradicts-history");
        assertThat(correct("q", "'time':'2024-03-05T08:00:00+07:00'")).isEqualTo("not-paused");
        assertThat(correct("r", "'time':'2024-03-05T10:00:00+07:00'")).isEqualTo("contradicts-history");
        assertThat(correct("r", "'time':'2024-03-05T09:00:00+07:00'")).isEqualTo("accepted");
        assertThat(correct("nobody", "'time':'2024-03-05T09:00:00+07:00'")).isEqualTo("unknown-fact");
        assertThat(takeOut("p")).isEqualTo("contradicts-history");
        assertThat(dossier().dueAt()).isEqualTo(at("2024-03-11T09:00"));
    }

    @Test
    void a_voided_receipt_takes_the_whole_life_with_it() {
        receive("days", "2024-03-04T09:00");
        tell("n", "result-digitized", "2024-03-05T09:00", "");
        assertThat(takeOut("r")).isEqualTo("accepted");
        assertThat(house.dossier("D")).isEmpty();
        assertThat(tell("n", "result-digitized", "2024-03-05T09:00", "")).isEqualTo("voided");
        assertThat(tell("n", "result-digitized", "2024-03-05T09:01", "")).isEqualTo("id-reused");
        assertThat(tell("m", "result-digitized", "2024-03-05T09:00", "")).isEqualTo("unknown-dossier");
        assertThat(tell("r2", "received", "2024-03-06T09:00", "'unit':'U','procedure':'same','channel':'POSTAL'"))
                .isEqualTo("accepted");
        assertThat(dossier().tags()).isEmpty();
        assertThat(takeOut("n")).isEqualTo("unknown-fact");
    }

    @Test
    void an_apology_is_for_what_is_late_and_kept_by_its_promise() {
        receive("days", "2024-03-04T09:00");
        String apology = "'letterNo':'1','promisedAt':'2024-03-08T09:00:00+07:00','reason':'x'";
        assertThat(tell("a", "apology-issued", "2024-03-06T09:00", apology)).isEqualTo("not-late");
        assertThat(tell("a", "apology-issued", "2024-03-06T09:01", apology)).isEqualTo("accepted");
        assertThat(dossier().tags()).containsExactly("apologised");
        tell("c", "resolved", "2024-03-08T09:00", "'outcome':'APPROVED'");
        assertThat(dossier().tags()).containsExactly("apologised", "promiseKept");
        assertThat(tell("b", "apology-issued", "2024-03-07T09:00", "'letterNo':'2','reason':'x'"))
                .isEqualTo("accepted");
        assertThat(dossier().tags()).containsExactly("apologised");
        assertThat(correct("c", "'time':'2024-03-06T09:00:00+07:00'")).isEqualTo("accepted");
        assertThat(dossier().tags()).isEmpty();
    }

    @Test
    void free_text_makes_no_other_event_and_a_note_cannot_be_corrected() {
        receive("days", "2024-03-04T09:00");
        assertThat(tell("d", "disputed", "2020-01-01T00:00", "'claim':'x'")).isEqualTo("accepted");
        assertThat(tell("d", "disputed", "2020-01-01T00:00", "'claim':'y'")).isEqualTo("duplicate");
        assertThat(takeOut("d")).isEqualTo("unknown-fact");
        String ruling = "'verdict':'UPHELD','reason':'x','authority':'x'";
        assertThat(tell("w", "dispute-ruled", "2024-03-05T09:00", "'dispute':{'source':'s','id':'d'}," + ruling))
                .isEqualTo("accepted");
        assertThat(tell("v", "dispute-ruled", "2024-03-05T09:00", "'dispute':{'source':'s','id':'r'}," + ruling))
                .isEqualTo("unknown-fact");
    }

    @Test
    void a_thousand_other_facts_are_enough_but_never_shut_out_an_order_to_erase() {
        receive("days", "2024-03-04T09:00");
        for (int count = 0; count < 1_000; count++)
            assertThat(tell("n" + count, "fee-requested", "2024-03-04T10:00", "'amount':1"))
                    .isEqualTo("accepted");
        assertThat(tell("m", "fee-requested", "2024-03-04T10:00", "'amount':1")).isEqualTo("too-many-facts");
        assertThat(tell("o", "disputed", "2024-03-04T10:00", "'claim':'x'")).isEqualTo("too-many-facts");
        assertThat(tell("e", "texts-erased", "2024-03-04T10:00", "'authority':'x'"))
                .isEqualTo("accepted");
        assertThat(tell("p", "suspended", "2024-03-04T10:00", "'reason':'x'")).isEqualTo("accepted");
    }

    @Test
    void a_report_counts_stocks_before_and_flows_within() {
        receive("same", "2024-03-04T14:00");
        BruteQuestion day = BruteQuestion.of("U", LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 4), 99);
        assertThat(house.report(day).total()).containsEntry("pending.overdue", 1L);
        BruteQuestion cut =
                new BruteQuestion("U", day.from(), day.to(), "unit", null, at("2024-03-04T17:00"), house.position());
        assertThat(house.report(cut).total()).containsEntry("pending.overdue", 0L);
        assertThat(house.dossiers(cut, "pending.notDue")).containsExactly("D");
        tell("c", "declined", "2024-03-04T17:00", "'reason':'x'");
        assertThat(house.report(day).total())
                .containsEntry("resolved.onTime", 1L)
                .containsEntry("resolved.declined", 1L)
                .containsEntry("tags.sameDay.resolved", 1L);
        assertThat(house.report(cut).total()).containsEntry("pending.notDue", 1L);
    }
}
