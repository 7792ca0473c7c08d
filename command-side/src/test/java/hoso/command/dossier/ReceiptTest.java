package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Taken;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt begins a dossier and records what it took from its procedure. */
class ReceiptTest {

    private final Story story = new Story();

    @ParameterizedTest
    @CsvSource({
        "hours,    2024-03-04T17:00",
        "days,     2024-03-08T17:00",
        "restart,  2024-03-08T17:00",
        "calendar, 2024-03-11T17:00",
        "same,     2024-03-04T17:00",
    })
    void the_first_due_instant_comes_from_the_processing_of_the_procedure(String procedure, String due) {
        story.accepts("received", "2024-03-04T07:30", receipt(procedure));

        assertThat(story.due()).isEqualTo(due);
        assertThat(story.timeliness()).isNull();
        assertThat(story.rulings()).containsExactly("0 → " + due);
        assertThat(story.decision().was()).isNull();
        assertThat(story.decision().now()).isNull();
        assertThat(story.decision().target()).isNull();
    }

    @Test
    void field_processing_supplement_rule_and_fee_are_recorded() {
        story.procedure(
                "fee",
                "'kind':'WORKING_HOURS','amount':3",
                "'supplement':'RESTART','feeRequired':true,'validFrom':'2021-05-06'");
        story.accepts("received", "2024-03-04T07:30", receipt("fee"));

        assertThat(story.decision().taken())
                .isEqualTo(new Taken(
                        "Hộ tịch",
                        new Processing(Processing.Kind.WORKING_HOURS, 3),
                        SupplementRule.RESTART,
                        true,
                        LocalDate.of(2021, 5, 6),
                        at("2024-03-04T10:30")));
        assertThat(story.dossier().terms()).isEqualTo(story.decision().taken());
    }

    @Test
    void a_procedure_that_says_nothing_of_them_resumes_and_has_no_fee() {
        story.accepts("received", "2024-03-04T07:30", receipt("days"));

        assertThat(story.dossier().terms().supplement()).isEqualTo(SupplementRule.RESUME);
        assertThat(story.dossier().terms().feeRequired()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59.999999, 2020-01-01, 2024-03-07T17:00",
        "2024-03-01T00:00,           2024-03-01, 2024-03-01T17:00",
        "2019-12-31T08:00,           2020-01-01, 2020-01-08T08:00",
    })
    void the_version_is_the_one_valid_on_the_day_of_receipt_or_the_first(
            String receivedAt, LocalDate version, String due) {
        story.procedure("days", "'kind':'SAME_DAY'", "'validFrom':'2024-03-01'");
        story.accepts("received", receivedAt, receipt("days"));

        assertThat(story.dossier().terms().version()).isEqualTo(version);
        assertThat(story.due()).isEqualTo(due);
    }

    @Test
    void of_two_versions_from_one_day_the_later_published_is_valid() {
        story.procedure("days", "'kind':'WORKING_DAYS','amount':1", "'validFrom':'2020-01-01'");
        story.accepts("received", "2024-03-04T07:30", receipt("days"));

        assertThat(story.due()).isEqualTo("2024-03-04T17:00");
    }

    @Test
    void a_later_version_changes_nothing_for_a_dossier_received_before() {
        story.accepts("received", "2024-03-04T07:30", receipt("days"));
        story.procedure("days", "'kind':'SAME_DAY'", "'supplement':'RESTART','validFrom':'2020-01-01'");
        story.accepts("supplement-requested", "2024-03-05T07:30", "'reason':'x'");
        story.accepts("supplement-received", "2024-03-11T07:30", "");

        assertThat(story.due()).isEqualTo("2024-03-14T17:00");
    }

    @Test
    void a_due_instant_that_the_publisher_states_is_the_first_and_the_computed_one_is_kept() {
        story.accepts("received", "2024-03-04T07:30", receipt("days") + "," + moment("dueAt", "2024-03-20T10:00"));

        assertThat(story.due()).isEqualTo("2024-03-20T10:00");
        assertThat(story.dossier().terms().computedDueAt()).isEqualTo(at("2024-03-08T17:00"));
    }

    @Test
    void unit_and_procedure_must_have_been_published() {
        assertThat(story.tell("received", "2024-03-04T07:30", "'unit':'P.9','procedure':'days','channel':'DIRECT'"))
                .isEqualTo("unknown-unit");
        assertThat(story.tell("received", "2024-03-04T07:30", receipt("unheard-of")))
                .isEqualTo("unknown-procedure");
        assertThat(story.house().dossiers()).isEmpty();
    }

    @Test
    void the_dates_of_a_unit_refuse_no_dossier() {
        story.offer(null, "unit.closed", "P.1", "2024-01-01T08:00", "'validTo':'2023-12-31'");
        story.offer(null, "unit.merged", "P.1", "2024-01-01T08:00", "'into':'P.2','validFrom':'2024-01-01'");

        story.accepts("received", "2024-03-04T07:30", receipt("days"));
        story.accepts("resolved", "2024-03-05T08:00", "'outcome':'APPROVED'");
    }

    @Test
    void a_dossier_is_received_once() {
        story.accepts("received", "2024-03-04T07:30", receipt("days"));

        assertThat(story.tell("received", "2024-03-04T07:30", receipt("days"))).isEqualTo("already-received");
        assertThat(story.tell("received", "2024-03-01T07:30", receipt("days"))).isEqualTo("already-received");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supplement-requested 'reason':'x'",
                "resumed ",
                "resolved 'outcome':'APPROVED'",
                "result-digitized ",
                "corrected 'corrects':{'source':'s','id':'r'},'time':'2024-03-04T08:00:00Z','reason':'x','authority':'y'",
                "voided 'corrects':{'source':'s','id':'r'},'reason':'x','authority':'y'",
                "clock-redecided 'reason':'x','authority':'y'",
                "disputed 'claim':'x'",
                "dispute-ruled 'dispute':{'source':'s','id':'r'},'verdict':'UPHELD','reason':'x','authority':'y'",
                "texts-erased 'authority':'y'",
            })
    void nothing_but_a_receipt_begins_one(String event) {
        String type = event.substring(0, event.indexOf(' '));

        assertThat(story.tell(type, "2024-03-05T08:00", event.substring(event.indexOf(' ') + 1)))
                .isEqualTo("unknown-dossier");
    }

    @Test
    void nothing_happened_to_it_before() {
        story.accepts("received", "2024-03-04T07:30", receipt("days"));

        for (String event : List.of(
                "supplement-requested 'reason':'x'",
                "suspended 'reason':'x'",
                "supplement-received ",
                "resumed ",
                "resolved 'outcome':'APPROVED'",
                "withdrawn ",
                "declined 'reason':'x'",
                "due-date-extended 'dueAt':'2024-03-30T08:00:00Z','basis':'x'"))
            assertThat(story.tell(
                            event.substring(0, event.indexOf(' ')),
                            "2024-03-04T07:29:59.999999",
                            event.substring(event.indexOf(' ') + 1)))
                    .as(event)
                    .isEqualTo("before-receipt");
    }

    @Test
    void what_happened_at_its_very_instant_stands_after_it() {
        story.accepts("received", "2024-03-04T07:30", receipt("days"));
        story.accepts("resolved", "2024-03-04T07:30", "'outcome':'APPROVED'");

        assertThat(story.clock())
                .containsExactly(
                        "Received 2024-03-04T07:30 → 2024-03-08T17:00",
                        "Resolved 2024-03-04T07:30 → 2024-03-08T17:00 EARLY");
    }
}
