package hoso.query.audit;

import hoso.event.history.DossierHistory;
import hoso.query.feed.LoggedEvent;
import hoso.query.ledger.Contribution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A dossier folded from its events.
 *
 * @param history as it is now believed; without a life where the receipt was voided
 * @param owner the unit that owes it; of a dossier without a life the one that owed it last
 * @param sick the position of an event that cannot be folded: the history ends before it
 */
record DossierLife(DossierHistory history, @Nullable String owner, OptionalLong sick) {

    private static final DossierLife UNBORN = new DossierLife(DossierHistory.UNKNOWN, null, OptionalLong.empty());

    /** Empty where there is no event. */
    static Optional<DossierLife> of(List<LoggedEvent> events) {
        if (events.isEmpty()) return Optional.empty();
        DossierLife life = UNBORN;
        for (LoggedEvent entry : events) if (life.sick.isEmpty()) life = life.after(entry);
        return Optional.of(life);
    }

    /** What makes an event sick is not known beforehand; the projector parks such a dossier, and so do we here. */
    private DossierLife after(LoggedEvent entry) {
        try {
            DossierHistory next = history.with(entry.read().event());
            Contribution.of(next); // some events can be folded and not be counted
            return new DossierLife(next, next.alive() ? next.received().unit() : owner, sick);
        } catch (RuntimeException unfoldable) {
            return new DossierLife(history, owner, OptionalLong.of(entry.position()));
        }
    }
}
