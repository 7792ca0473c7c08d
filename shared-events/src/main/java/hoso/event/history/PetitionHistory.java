package hoso.event.history;

import hoso.event.AcceptedEvent;
import hoso.event.PetitionFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a petition: received, answered once, published once, rated. Each instant is null until it happened.
 */
public record PetitionHistory(
        int events,
        PetitionFact.@Nullable PetitionReceived received,
        @Nullable Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant publishedAt,
        @Nullable Boolean satisfied) {

    public static final PetitionHistory UNKNOWN = new PetitionHistory(0, null, null, null, null, null);

    /** This history after one more event. */
    public PetitionHistory with(AcceptedEvent event) {
        Instant at = event.occurredAt();
        return switch ((PetitionFact) event.fact()) {
            case PetitionFact.PetitionReceived fact ->
                new PetitionHistory(events + 1, fact, at, answeredAt, publishedAt, satisfied);
            case PetitionFact.PetitionAnswered fact ->
                new PetitionHistory(events + 1, received, receivedAt, at, publishedAt, satisfied);
            case PetitionFact.PetitionPublished fact ->
                new PetitionHistory(events + 1, received, receivedAt, answeredAt, at, satisfied);
            case PetitionFact.PetitionRated fact ->
                new PetitionHistory(events + 1, received, receivedAt, answeredAt, publishedAt, fact.satisfied());
        };
    }
}
