package hoso.command.redecision;

import hoso.command.dossier.DossierDecider;
import hoso.command.judgement.Reference;
import hoso.command.store.EventStore;
import hoso.command.store.SickEvent;
import hoso.command.store.StoreUnavailable;
import hoso.event.StoredEvent;
import hoso.event.history.DossierHistory;
import hoso.vocabulary.UnitRights;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the open dossiers whose due instant would change if they were decided anew with the calendars now known. */
final class AffectedDossiers {

    private static final Logger LOG = LoggerFactory.getLogger(AffectedDossiers.class);
    private static final long PROGRESS_EVERY = 100_000;

    /**
     * An open dossier.
     *
     * @param dueAt as recorded
     * @param wouldBeDueAt as it would be decided now
     */
    record Affected(String id, String unit, Instant dueAt, Instant wouldBeDueAt) {}

    private final EventStore store;

    AffectedDossiers(EventStore store) {
        this.store = store;
    }

    /**
     * Hands over each of them whose time touches the year and whose unit the rights cover, sorted by id.
     *
     * @param known gives the reference data of the moment: what is published meanwhile is known when its dossiers come
     * @throws StoreUnavailable where this instance is not, or was not all the while, the writer that knows it
     */
    void find(int year, UnitRights rights, Supplier<Reference> known, Consumer<Affected> found) {
        long tenure = store.tenure();
        if (!store.writing()) throw store.notWriting();
        var seen = new AtomicLong();
        store.forEachDossier(events -> {
            if (seen.incrementAndGet() % PROGRESS_EVERY == 0)
                LOG.info("looked at {} dossiers for those that the calendar of {} affects", seen.get(), year);
            Reference reference = known.get();
            affected(events, year, reference)
                    .filter(dossier -> rights.covers(dossier.unit(), reference.today()))
                    .ifPresent(found);
        });
        store.confirmFence(tenure);
    }

    private static Optional<Affected> affected(List<StoredEvent> events, int year, Reference reference) {
        DossierHistory history = DossierHistory.UNKNOWN;
        for (StoredEvent stored : events) history = after(history, stored);
        if (!history.alive() || history.closing().isPresent()) return Optional.empty();
        // published a moment ago, with a dossier under it: decided with what is known now anyway
        if (!reference.register().procedures().containsKey(history.received().procedure())) return Optional.empty();
        Instant anew = DossierDecider.dueIfRedecided(history, reference.register());
        Instant dueAt = history.dueAt();
        if (anew.equals(dueAt) || !touches(year, history.receivedAt(), anew.isAfter(dueAt) ? anew : dueAt))
            return Optional.empty();
        String id = events.getFirst().event().subject();
        return Optional.of(new Affected(id, history.received().unit(), dueAt, anew));
    }

    /** @throws SickEvent where it cannot be folded: the dossier is then left out */
    private static DossierHistory after(DossierHistory history, StoredEvent stored) {
        try {
            return history.with(stored.event());
        } catch (RuntimeException unfoldable) {
            throw new SickEvent("the event at position " + stored.position(), unfoldable);
        }
    }

    private static boolean touches(int year, Instant from, Instant to) {
        return VietnamTime.date(from).getYear() <= year
                && year <= VietnamTime.date(to).getYear();
    }
}
