package hoso.query.ledger;

import hoso.event.PetitionFact;
import hoso.event.history.PetitionHistory;
import java.util.Objects;

/** The lines of a petition that was received; open is received less answered. A rating is a tag of it. */
final class PetitionLines {

    private PetitionLines() {}

    static Contribution of(PetitionHistory petition) {
        PetitionFact.PetitionReceived received = Objects.requireNonNull(petition.received());
        var receivedAt = Objects.requireNonNull(petition.receivedAt());
        var lines = new LineSums(LineSums.MORE);
        lines.add(Measure.PETITION_RECEIVED, receivedAt, 1);
        lines.add(kind(received.kind()), receivedAt, 1);
        if (petition.answeredAt() != null) lines.add(Measure.PETITION_ANSWERED, petition.answeredAt(), 1);
        if (petition.publishedAt() != null) lines.add(Measure.PETITION_PUBLISHED, petition.publishedAt(), 1);
        if (petition.satisfied() != null) lines.add(Measure.PETITION_RATED, receivedAt, 1);
        if (Boolean.TRUE.equals(petition.satisfied())) lines.add(Measure.PETITION_SATISFIED, receivedAt, 1);
        return lines.contribution(Dimensions.unit(received.unit()));
    }

    private static Measure kind(PetitionFact.Kind kind) {
        return switch (kind) {
            case REGULATION -> Measure.PETITION_REGULATION;
            case BEHAVIOUR -> Measure.PETITION_BEHAVIOUR;
        };
    }
}
