package hoso.query.audit.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ContentHash;
import hoso.event.Decision;
import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.Note;
import hoso.event.Statement;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisputeTest {

    private final List<StoredEvent> events = new ArrayList<>();

    @Test
    void is_open_until_somebody_rules() {
        publish("d1", new Note.Disputed(), Decision.NONE);

        Dispute dispute = Dispute.all(events).getFirst();
        assertThat(dispute.ruling()).isEmpty();
        assertThat(dispute.corrections()).isEmpty();
    }

    @Test
    void is_linked_with_its_last_ruling_and_the_corrections_that_name_either_in_their_authority() {
        publish("d1", new Note.Disputed(), Decision.NONE);
        publish("d2", new Note.Disputed(), Decision.NONE);
        publish("early", voiding("QĐ theo d1"), Decision.about(0));
        publish("r1", ruling("d1", Note.Verdict.DISMISSED), Decision.about(0));
        publish("r2", ruling("d1", Note.Verdict.UPHELD), Decision.about(0));
        publish("c1", voiding("Quyết định giải quyết d1, ngày 05/3"), Decision.about(0));
        publish("c2", voiding("r2"), Decision.about(0));
        publish("c3", voiding("d11 và xd1"), Decision.about(0));

        Dispute first = Dispute.all(events).getFirst();
        assertThat(first.ruling().map(DisputeTest::id)).contains("r2");
        assertThat(first.corrections()).extracting(DisputeTest::id).containsExactly("c1", "c2");
        Dispute second = Dispute.all(events).getLast();
        assertThat(second.ruling()).isEmpty();
        assertThat(second.corrections()).isEmpty();
    }

    @Test
    void follows_nothing_from_one_that_was_dismissed() {
        publish("d1", new Note.Disputed(), Decision.NONE);
        publish("r1", ruling("d1", Note.Verdict.DISMISSED), Decision.about(0));
        publish("c1", voiding("d1"), Decision.about(0));

        assertThat(Dispute.all(events).getFirst().corrections()).isEmpty();
    }

    private static Note ruling(String dispute, Note.Verdict verdict) {
        return new Note.DisputeRuled(new EventKey("/one", dispute), verdict, "QĐ 1");
    }

    private static Amendment voiding(String authority) {
        return new Amendment.Voided(new EventKey("/one", "x"), authority);
    }

    private static String id(StoredEvent stored) {
        return stored.event().key().id();
    }

    private void publish(String id, DossierFact fact, Decision decision) {
        int sequence = events.size();
        Instant at = Instant.parse("2026-03-01T02:00:00Z").plusSeconds(sequence);
        events.add(new StoredEvent(
                sequence + 1L,
                at,
                new AcceptedEvent(
                        Stream.dossier("D1"),
                        sequence,
                        "D1",
                        new EventKey("/one", id),
                        at,
                        "office",
                        fact,
                        new Statement("hoso.dossier.disputed.v1", "{}", new ContentHash(0, sequence)),
                        decision,
                        Map.of())));
    }
}
