package hoso.command.dossier;

import static hoso.command.Story.moment;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.Decision;
import hoso.event.OtherFact;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that touch no clock are judged once, when they arrive. */
class OtherFactsTest {

    private static final String APPROVED = "'outcome':'APPROVED'";
    private static final String APOLOGY = "'letterNo':'12/TXL','reason':'x'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "components-digitized   |",
                "data-reused            | 'components':2",
                "fee-requested          | 'amount':50000",
                "fee-paid               | 'amount':50000,'method':'ONLINE'",
                "forwarded              | 'holder':'Q'",
                "result-issued          | 'electronic':true",
                "result-digitized       |",
                "notified               | 'by':'SMS','about':'RESULT'",
                "satisfaction-rated     | 'satisfied':true",
                "portal-status-observed | 'status':4,'synced':true",
            })
    void come_at_any_time_from_the_receipt_on_also_after_the_closing(String type, String data) {
        String text = data == null ? "" : data;
        assertThat(story.tell(type, "2024-03-04T07:29:59.999999", text)).isEqualTo("before-receipt");
        assertThat(story.tell(type, "2024-03-04T07:30", text)).isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.NONE);

        story.accepts("resolved", "2024-03-05T08:00", APPROVED);
        assertThat(story.tell(type, "2024-03-11T08:00", text)).isEqualTo("accepted");
        assertThat(story.dossier().others()).hasSize(2);
    }

    @Test
    void a_dossier_forwarded_to_another_agency_is_still_owed_by_its_unit() {
        story.accepts("forwarded", "2024-03-05T08:00", "'holder':'Q'");

        assertThat(story.dossier().received().unit()).isEqualTo("P.1");
    }

    @Test
    void a_result_is_returned_from_the_closing_on() {
        assertThat(returned("2024-03-05T08:00")).isEqualTo("not-closed");
        story.accepts("resolved", "2024-03-05T08:00", APPROVED);

        assertThat(returned("2024-03-05T07:59:59.999999")).isEqualTo("not-closed");
        assertThat(returned("2024-03-05T08:00")).isEqualTo("accepted");
        assertThat(returned("2024-03-04T07:00")).isEqualTo("before-receipt");
    }

    @Test
    void an_apology_is_for_a_dossier_that_is_late_then() {
        assertThat(apologised("2024-03-04T07:00")).isEqualTo("before-receipt");
        assertThat(apologised("2024-03-05T08:00")).isEqualTo("not-late");
        assertThat(apologised("2024-03-08T17:00")).isEqualTo("not-late");
        assertThat(apologised("2024-03-08T17:00:00.000001")).isEqualTo("accepted");
    }

    @Test
    void also_for_one_that_was_closed_late() {
        story.accepts("resolved", "2024-03-12T08:00", APPROVED);

        assertThat(apologised("2024-03-08T17:00")).isEqualTo("not-late");
        assertThat(apologised("2024-03-11T08:00")).isEqualTo("accepted");
        assertThat(apologised("2024-03-12T08:00")).isEqualTo("accepted");
        assertThat(apologised("2024-03-20T08:00")).isEqualTo("accepted");
    }

    @Test
    void and_not_for_one_that_was_closed_in_time_or_stands_in_a_pause_that_counts() {
        story.accepts("p", "suspended", "2024-03-06T08:00", "'reason':'x'");
        assertThat(apologised("2024-03-20T08:00")).isEqualTo("not-late");

        story.takeOut("p");
        story.accepts("resolved", "2024-03-08T17:00", APPROVED);
        assertThat(apologised("2024-03-20T08:00")).isEqualTo("not-late");
    }

    @Test
    void but_for_one_in_a_pause_that_does_not_count() {
        story.accepts("suspended", "2024-03-11T08:00", "'reason':'x'");

        assertThat(apologised("2024-03-12T08:00")).isEqualTo("accepted");
    }

    @Test
    void an_apology_never_moves_the_due_instant() {
        story.accepts("apology-issued", "2024-03-11T08:00", APOLOGY + "," + moment("promisedAt", "2024-03-15T17:00"));

        assertThat(story.due()).isEqualTo("2024-03-08T17:00");
        story.accepts("resolved", "2024-03-12T08:00", APPROVED);
        assertThat(story.timeliness()).hasToString("LATE");
    }

    @Test
    void a_later_correction_never_unmakes_them() {
        story.accepts("c", "resolved", "2024-03-12T08:00", APPROVED);
        returned("2024-03-12T08:00");
        apologised("2024-03-12T09:00");
        assertThat(story.correct("c", moment("time", "2024-03-20T08:00"))).isEqualTo("accepted");
        assertThat(story.correct("r", moment("time", "2024-03-14T08:00"))).isEqualTo("accepted");
        assertThat(story.takeOut("c")).isEqualTo("accepted");

        assertThat(story.dossier().others())
                .extracting(entry -> entry.fact().getClass())
                .isEqualTo(List.of(OtherFact.ResultReturned.class, OtherFact.ApologyIssued.class));
    }

    @Test
    void disputes_and_rulings_are_notes_that_no_clock_judges() {
        assertThat(story.tell("d", "disputed", "2023-01-01T08:00", "'claim':'x'"))
                .isEqualTo("accepted");
        assertThat(ruled("d")).isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.about(1));
        assertThat(ruled("d")).as("ruled again").isEqualTo("accepted");

        assertThat(story.clock()).containsExactly("Received 2024-03-04T07:30 → 2024-03-08T17:00");
        assertThat(story.dossier().others()).isEmpty();
    }

    @Test
    void a_ruling_names_a_dispute_of_the_dossier() {
        story.accepts("f", "fee-requested", "2024-03-05T08:00", "'amount':50000");

        assertThat(ruled("nothing")).isEqualTo("unknown-fact");
        assertThat(ruled("f")).isEqualTo("unknown-fact");
        assertThat(ruled("r")).isEqualTo("unknown-fact");
    }

    @Test
    void an_erasure_of_texts_is_an_event_like_any_other_note() {
        assertThat(story.tell("texts-erased", "2024-03-05T08:00", "'authority':'QĐ 1'"))
                .isEqualTo("accepted");
        assertThat(story.decision()).isEqualTo(Decision.NONE);
        assertThat(story.dossier().events()).isEqualTo(2);
    }

    private String ruled(String dispute) {
        return story.tell(
                "dispute-ruled",
                "2024-03-05T08:00",
                "'dispute':{'source':'s','id':'" + dispute + "'},'verdict':'DISMISSED','reason':'x','authority':'y'");
    }

    private String returned(String local) {
        return story.tell("result-returned", local, "'channel':'POSTAL'");
    }

    private String apologised(String local) {
        return story.tell("apology-issued", local, APOLOGY);
    }
}
