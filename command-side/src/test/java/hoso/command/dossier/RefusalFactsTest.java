package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static hoso.command.Story.receipt;
import static hoso.command.Story.received;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.command.judgement.RefusalCode;
import hoso.vocabulary.UnitRights;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal names what it rests on, so that a publisher can see what the house knows. */
class RefusalFactsTest {

    private static final String REASON = "'reason':'x'";

    private Story story;

    @BeforeEach
    void due_on_friday_the_8th() {
        story = received("days");
    }

    @Test
    void the_fact_that_contradicts_and_when_it_happened() {
        story.accepts("suspended", "2024-03-06T08:00", REASON);
        story.tell("resolved", "2024-03-05T08:00", "'outcome':'APPROVED'");

        assertRefused(RefusalCode.CONTRADICTS_HISTORY, Map.of("fact", "Resolved", "at", at("2024-03-05T08:00")));
    }

    @Test
    void when_it_was_closed_paused_received_or_due() {
        story.tell("received", "2024-03-05T08:00", receipt("days"));
        assertRefused(RefusalCode.ALREADY_RECEIVED, Map.of("receivedAt", at("2024-03-04T07:30")));
        story.tell("notified", "2024-03-01T08:00", "'by':'SMS','about':'OTHER'");
        assertRefused(RefusalCode.BEFORE_RECEIPT, Map.of("receivedAt", at("2024-03-04T07:30")));
        story.tell("apology-issued", "2024-03-05T08:00", "'letterNo':'1','reason':'x'");
        assertRefused(RefusalCode.NOT_LATE, Map.of("dueAt", at("2024-03-08T17:00")));
        story.tell("due-date-extended", "2024-03-11T08:00", moment("dueAt", "2024-03-20T17:00") + ",'basis':'x'");
        assertRefused(RefusalCode.PAST_DUE, Map.of("dueAt", at("2024-03-08T17:00")));
        story.tell("due-date-extended", "2024-03-05T08:00", moment("dueAt", "2024-03-06T17:00") + ",'basis':'x'");
        assertRefused(RefusalCode.NOT_LATER, Map.of("dueAt", at("2024-03-08T17:00")));

        story.accepts("suspended", "2024-03-06T08:00", REASON);
        story.tell("suspended", "2024-03-07T08:00", REASON);
        assertRefused(RefusalCode.ALREADY_PAUSED, Map.of("pausedAt", at("2024-03-06T08:00")));
        story.accepts("withdrawn", "2024-03-07T08:00", "");
        story.tell("resumed", "2024-03-08T08:00", "");
        assertRefused(RefusalCode.ALREADY_CLOSED, Map.of("closedAt", at("2024-03-07T08:00")));
    }

    @Test
    void the_unit_or_procedure_that_is_unknown_or_not_mine() {
        story.tell("received", "2024-03-04T07:30", receipt("days").replace("P.1", "P.9"));
        assertRefused(RefusalCode.UNKNOWN_UNIT, Map.of("unit", "P.9"));
        story.tell("received", "2024-03-04T07:30", receipt("none"));
        assertRefused(RefusalCode.UNKNOWN_PROCEDURE, Map.of("procedure", "none"));
        story.offer(null, "dossier.suspended", "D", "2024-03-05T08:00", REASON, new UnitRights(Set.of("P.2")));
        assertRefused(RefusalCode.FORBIDDEN, Map.of("unit", "P.1"));
    }

    private void assertRefused(RefusalCode code, Map<String, Object> facts) {
        var refused = story.house().refused();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.facts()).isEqualTo(facts);
        assertThat(refused.detail()).isNotBlank();
    }
}
