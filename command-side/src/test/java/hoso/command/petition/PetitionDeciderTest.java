package hoso.command.petition;

import static hoso.command.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.event.PetitionFact;
import hoso.vocabulary.UnitRights;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A petition is received, answered once, published once after its answer, and rated. */
class PetitionDeciderTest {

    private static final String RECEIPT = "'kind':'BEHAVIOUR','source':'HOTLINE','unit':'P.1'";

    private final Story story = new Story();

    @BeforeEach
    void received_on_monday_the_4th() {
        assertThat(tell("r", "received", "2024-03-04T08:00", RECEIPT)).isEqualTo("accepted");
    }

    @Test
    void is_received_answered_published_and_rated() {
        assertThat(tell("answered", "2024-03-05T08:00")).isEqualTo("accepted");
        assertThat(tell("published", "2024-03-06T08:00")).isEqualTo("accepted");
        assertThat(tell(null, "rated", "2024-03-07T08:00", "'satisfied':false")).isEqualTo("accepted");
        assertThat(tell(null, "rated", "2024-03-08T08:00", "'satisfied':true")).isEqualTo("accepted");

        var history = story.house().petitions().get("PAKN").history();
        assertThat(history.received())
                .isEqualTo(new PetitionFact.PetitionReceived(
                        PetitionFact.Kind.BEHAVIOUR, PetitionFact.Source.HOTLINE, "P.1"));
        assertThat(history.receivedAt()).isEqualTo(at("2024-03-04T08:00"));
        assertThat(history.answeredAt()).isEqualTo(at("2024-03-05T08:00"));
        assertThat(history.publishedAt()).isEqualTo(at("2024-03-06T08:00"));
        assertThat(history.satisfied()).isTrue();
        assertThat(history.events()).isEqualTo(5);
    }

    @Test
    void is_received_once_of_a_known_unit() {
        assertThat(tell(null, "received", "2024-03-04T08:00", RECEIPT)).isEqualTo("already-received");
        assertThat(tell(null, "received", "2024-03-04T08:00", RECEIPT.replace("P.1", "P.9")))
                .as("references come first")
                .isEqualTo("unknown-unit");
    }

    @Test
    void unheard_of_it_is_neither_answered_nor_published_nor_rated() {
        for (String type : new String[] {"answered", "published"})
            assertThat(story.offer(null, "petition." + type, "OTHER", "2024-03-05T08:00", ""))
                    .isEqualTo("unknown-petition");
        assertThat(story.offer(null, "petition.rated", "OTHER", "2024-03-05T08:00", "'satisfied':true"))
                .isEqualTo("unknown-petition");
    }

    @Test
    void nothing_happened_to_it_before_its_receipt() {
        assertThat(tell("answered", "2024-03-04T07:59:59.999999")).isEqualTo("before-receipt");
        assertThat(tell("published", "2024-03-04T07:59:59.999999")).isEqualTo("before-receipt");
        assertThat(tell(null, "rated", "2024-03-04T07:59:59.999999", "'satisfied':true"))
                .isEqualTo("before-receipt");
        assertThat(tell(null, "rated", "2024-03-04T08:00", "'satisfied':true")).isEqualTo("accepted");
        assertThat(tell("answered", "2024-03-04T08:00")).isEqualTo("accepted");
    }

    @Test
    void is_answered_once() {
        tell("answered", "2024-03-05T08:00");

        assertThat(tell("answered", "2024-03-06T08:00")).isEqualTo("already-answered");
        assertThat(tell("answered", "2024-03-01T08:00"))
                .as("before-receipt comes first")
                .isEqualTo("before-receipt");
    }

    @Test
    void is_published_once_and_not_before_its_answer() {
        assertThat(tell("published", "2024-03-05T08:00")).isEqualTo("not-answered");
        tell("answered", "2024-03-05T08:00");
        assertThat(tell("published", "2024-03-05T07:59")).isEqualTo("not-answered");
        assertThat(tell("published", "2024-03-05T08:00")).isEqualTo("accepted");
        assertThat(tell("published", "2024-03-04T09:00"))
                .as("already-published comes before not-answered")
                .isEqualTo("already-published");
    }

    @Test
    void sent_again_it_is_a_duplicate_or_its_id_reused() {
        assertThat(tell("r", "received", "2024-03-04T08:00", RECEIPT)).isEqualTo("duplicate");
        assertThat(tell("r", "received", "2024-03-04T08:01", RECEIPT)).isEqualTo("id-reused");
        assertThat(tell("r", "answered", "2024-03-04T08:00", "")).isEqualTo("id-reused");
    }

    @Test
    void needs_a_right_to_its_unit_before_its_history_is_looked_at() {
        assertThat(tellAs("P.2", "answered", "")).isEqualTo("forbidden");
        assertThat(tellAs("P.2", "received", RECEIPT)).isEqualTo("forbidden");
        assertThat(tellAs("P", "received", RECEIPT)).isEqualTo("already-received");
        assertThat(tellAs("P.1", "answered", "")).isEqualTo("accepted");
    }

    @Test
    void is_rated_a_bounded_number_of_times_and_answered_after_that_all_the_same() {
        for (int count = 1; count < PetitionDecider.FACTS_MAX; count++)
            assertThat(tell(null, "rated", "2024-03-05T08:00", "'satisfied':true"))
                    .isEqualTo("accepted");

        assertThat(tell(null, "rated", "2024-03-05T08:00", "'satisfied':true")).isEqualTo("too-many-facts");
        assertThat(tell("answered", "2024-03-06T08:00")).isEqualTo("accepted");
        assertThat(tell("published", "2024-03-06T08:00")).isEqualTo("accepted");
        assertThat(tell(null, "received", "2024-03-06T08:00", RECEIPT)).isEqualTo("already-received");
    }

    private String tell(String type, String local) {
        return tell(null, type, local, "");
    }

    private String tell(String id, String type, String local, String data) {
        return story.offer(id, "petition." + type, "PAKN", local, data);
    }

    private String tellAs(String unit, String type, String data) {
        return story.offer(null, "petition." + type, "PAKN", "2024-03-05T08:00", data, new UnitRights(Set.of(unit)));
    }
}
