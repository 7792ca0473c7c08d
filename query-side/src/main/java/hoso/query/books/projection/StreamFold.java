package hoso.query.books.projection;

import hoso.event.AcceptedEvent;
import hoso.event.ClockFact;
import hoso.event.PetitionFact;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.query.books.state.Parked;
import hoso.query.feed.FedEvent;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Takes the events of a stream into its history one by one, and notes what each posts. Pure. */
final class StreamFold<H> {

    private final Counting<H> contribution;
    private final ToIntFunction<H> eventsOf;
    private final Function<H, @Nullable String> unitOf;
    private final Step<H> step;

    /** What a history contributes, after an earlier contribution of the same stream. */
    private interface Counting<H> {
        Contribution of(H history, Contribution earlier);
    }

    private interface Step<H> {
        H after(H history, AcceptedEvent event);
    }

    static final StreamFold<DossierHistory> DOSSIER = new StreamFold<>(
            Contribution::of,
            DossierHistory::events,
            dossier -> dossier.alive() ? dossier.received().unit() : null,
            DossierHistory::with);

    static final StreamFold<PetitionHistory> PETITION = new StreamFold<>(
            (petition, earlier) -> Contribution.of(petition),
            PetitionHistory::events,
            petition -> petition.received() == null ? null : petition.received().unit(),
            PetitionHistory::with);

    private StreamFold(
            Counting<H> contribution, ToIntFunction<H> eventsOf, Function<H, @Nullable String> unitOf, Step<H> step) {
        this.contribution = contribution;
        this.eventsOf = eventsOf;
        this.unitOf = unitOf;
        this.step = step;
    }

    /**
     * @param elsewhere whether the history was once with another unit than now, or with none
     */
    FoldedStream<H> fold(H before, boolean elsewhere, StreamEvents stream) {
        List<Posting> postings = new ArrayList<>(stream.events().size());
        H history = before;
        Contribution stands = contribution.of(before, Contribution.NOTHING);
        long position = 0;
        boolean moved = elsewhere;
        for (FedEvent event : stream.events()) {
            try {
                H next = next(history, event);
                Contribution after = contribution.of(next, stands);
                postings.add(Posting.between(stands, after));
                moved |= left(unitOf.apply(history), unitOf.apply(next));
                history = next;
                stands = after;
                position = event.position();
            } catch (RuntimeException sick) {
                while (postings.size() < stream.events().size()) postings.add(Posting.NOTHING);
                return new FoldedStream<>(history, position, moved, postings, parked(history, event, sick));
            }
        }
        return new FoldedStream<>(history, position, moved, postings, null);
    }

    private H next(H history, FedEvent event) {
        return switch (event) {
            case FedEvent.Unreadable unreadable -> throw unreadable.cause();
            case FedEvent.Readable readable -> {
                AcceptedEvent accepted = readable.event();
                if (accepted.sequence() != eventsOf.applyAsInt(history))
                    throw new IllegalStateException("event " + accepted.sequence() + " of its stream follows "
                            + eventsOf.applyAsInt(history) + " events");
                yield step.after(history, accepted);
            }
        };
    }

    private static boolean left(@Nullable String unit, @Nullable String next) {
        return unit != null && !unit.equals(next);
    }

    private Parked parked(H history, FedEvent event, RuntimeException sick) {
        String owner = unitOf.apply(history);
        String unit = owner != null ? owner : named(event);
        return new Parked(
                event.stream(), event.position(), unit, sick.getClass().getSimpleName());
    }

    private static @Nullable String named(FedEvent event) {
        if (!(event instanceof FedEvent.Readable readable)) return null;
        return switch (readable.event().fact()) {
            case ClockFact.Received received -> received.unit();
            case PetitionFact.PetitionReceived received -> received.unit();
            default -> null;
        };
    }
}
