package hoso.query.books.projection;

import hoso.event.AcceptedEvent;
import hoso.event.ClockFact;
import hoso.event.PetitionFact;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.query.books.state.KeptStream;
import hoso.query.books.state.Parked;
import hoso.query.feed.FedEvent;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Posting;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Takes events into the histories of streams one by one, and tells what each posts. */
final class StreamFold<H> {

    private final Counting<H> counting;
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
            Counting<H> counting, ToIntFunction<H> eventsOf, Function<H, @Nullable String> unitOf, Step<H> step) {
        this.counting = counting;
        this.eventsOf = eventsOf;
        this.unitOf = unitOf;
        this.step = step;
    }

    /**
     * Takes an event into its stream.
     *
     * @throws RuntimeException whatever it is, where the event cannot be folded: the stream then stands as before
     */
    Posting take(KeptStream<H> stream, FedEvent event) {
        H history = stream.history();
        Contribution contributed = stream.contribution();
        H next = next(history, event);
        Contribution after = counting.of(next, contributed);
        stream.change(next, after, left(unitOf.apply(history), unitOf.apply(next)), event.position());
        return Posting.between(contributed, after);
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

    /** The unit that a stream belongs to as it stands. */
    @Nullable
    String unit(KeptStream<H> stream) {
        return unitOf.apply(stream.history());
    }

    private static boolean left(@Nullable String unit, @Nullable String next) {
        return unit != null && !unit.equals(next);
    }

    /** The stream as it is parked because of an event that could not be taken into it. */
    Parked parked(KeptStream<H> stream, FedEvent event, RuntimeException sick) {
        String owner = unit(stream);
        String unit = owner != null ? owner : named(event);
        return new Parked(
                event.stream().name(), event.position(), unit, sick.getClass().getSimpleName());
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
