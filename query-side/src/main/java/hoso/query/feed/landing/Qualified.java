package hoso.query.feed.landing;

import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.Fact;
import hoso.event.PetitionFact;
import hoso.event.ReferenceFact;
import hoso.event.ReferenceFact.UnitMerged;
import hoso.event.ReferenceFact.UnitMoved;
import hoso.event.ReferenceFact.UnitRegistered;
import hoso.event.Stream;
import hoso.query.feed.OriginCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of one origin among those of others: the units, dossiers and petitions that it names are told apart by the
 * origin, so that the same code of another is another. Procedures keep their codes: what follows from one is decided
 * with the event, and figures by procedure are wanted across origins.
 */
final class Qualified {

    private final String origin;

    private Qualified(String origin) {
        this.origin = origin;
    }

    /**
     * @param stream of the event, with its origin
     */
    static AcceptedEvent of(Stream stream, AcceptedEvent event) {
        var qualified = new Qualified(OriginCode.origin(stream));
        Fact fact = event.fact();
        boolean named = !(fact instanceof ReferenceFact) || fact instanceof ReferenceFact.UnitFact;
        return new AcceptedEvent(
                stream,
                event.sequence(),
                named ? qualified.code(event.subject()) : event.subject(),
                event.key(),
                event.occurredAt(),
                event.publisher(),
                qualified.fact(fact),
                event.statement(),
                event.decision(),
                event.textHashes());
    }

    private Fact fact(Fact fact) {
        return switch (fact) {
            case UnitRegistered unit ->
                new UnitRegistered(unit.name(), unit.level(), codeOrNone(unit.parent()), unit.validFrom());
            case UnitMoved unit -> new UnitMoved(code(unit.parent()), unit.validFrom());
            case UnitMerged unit -> new UnitMerged(code(unit.into()), unit.validFrom());
            case PetitionFact.PetitionReceived petition ->
                new PetitionFact.PetitionReceived(petition.kind(), petition.source(), code(petition.unit()));
            case DossierFact dossier -> dossier(dossier);
            case ReferenceFact other -> other;
            case PetitionFact other -> other;
        };
    }

    private DossierFact dossier(DossierFact fact) {
        return switch (fact) {
            case ClockFact.Received received -> received(received);
            case Amendment.Corrected corrected
            when corrected.data() != null ->
                new Amendment.Corrected(
                        corrected.corrects(), corrected.time(), replacement(corrected.data()), corrected.authority());
            default -> fact;
        };
    }

    private ClockFact.Received received(ClockFact.Received received) {
        return new ClockFact.Received(
                code(received.unit()),
                received.procedure(),
                received.channel(),
                received.dueAt(),
                received.applicantRef());
    }

    /** What a correction says instead is read when the fact that it replaces is known. */
    private Amendment.Replacement replacement(Amendment.Replacement plain) {
        return (DossierFact replaced, Instant time) -> dossier(plain.as(replaced, time));
    }

    private String code(String code) {
        return OriginCode.of(origin, code);
    }

    private @Nullable String codeOrNone(@Nullable String code) {
        return code == null ? null : code(code);
    }
}
