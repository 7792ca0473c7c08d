package hoso.query.snapshot.replay;

import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.query.feed.LoggedEvent;
import hoso.query.ledger.Contribution;
import hoso.query.snapshot.replay.DamagedEvent.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Folds whole streams, one after another, and adds up what they contribute. One thread's. */
final class StreamReplay {

    /** Who has as many is lost anyway; the first of them tell where to look. */
    private static final int DAMAGED_MAX = 100;

    private final Set<String> units;
    private final CutSums sums;
    private final List<DamagedEvent> damaged = new ArrayList<>();

    StreamReplay(Set<String> units, CutSums sums) {
        this.units = units;
        this.sums = sums;
    }

    CutSums sums() {
        return sums;
    }

    List<DamagedEvent> damaged() {
        return damaged;
    }

    /** All events of some streams, each stream's together. */
    void take(List<LoggedEvent> events) {
        int begin = 0;
        for (int end = 1; end <= events.size(); end++) {
            if (end < events.size() && events.get(end).stream().equals(events.get(begin).stream())) continue;
            one(events.subList(begin, end));
            begin = end;
        }
    }

    private void one(List<LoggedEvent> events) {
        for (LoggedEvent event : events) if (!event.isIntact()) damaged(event, Damage.CHANGED);
        switch (Stream.named(events.getFirst().stream()).kind()) {
            case DOSSIER -> dossier(events);
            case PETITION -> petition(events);
            // the reference data that a report is made with is read before, and what is wrong with it stops the replay
            case REFERENCE -> {}
        }
    }

    /**
     * An event that cannot be folded ends its stream, as it does in the books. What is known to be owed by a unit outside may
     * have been so when the report was frozen, and takes nothing from it.
     */
    private void dossier(List<LoggedEvent> events) {
        DossierHistory history = DossierHistory.UNKNOWN;
        for (LoggedEvent event : events) {
            try {
                history = history.with(next(event, history.events()));
            } catch (RuntimeException sick) {
                if (!history.alive() || isCounted(history)) damaged(event, Damage.UNREADABLE);
                break;
            }
        }
        if (history.alive() && isCounted(history)) add(events.getLast(), history, Contribution::of);
    }

    private boolean isCounted(DossierHistory dossier) {
        return units.contains(dossier.received().unit());
    }

    private void petition(List<LoggedEvent> events) {
        PetitionHistory history = PetitionHistory.UNKNOWN;
        for (LoggedEvent event : events) {
            try {
                history = history.with(next(event, history.events()));
            } catch (RuntimeException sick) {
                if (history.received() == null || isCounted(history)) damaged(event, Damage.UNREADABLE);
                break;
            }
        }
        if (isCounted(history)) add(events.getLast(), history, Contribution::of);
    }

    private boolean isCounted(PetitionHistory petition) {
        return petition.received() != null && units.contains(petition.received().unit());
    }

    private <H> void add(LoggedEvent last, H history, Function<H, Contribution> contribution) {
        try {
            sums.add(contribution.apply(history));
        } catch (RuntimeException sick) {
            damaged(last, Damage.UNREADABLE);
        }
    }

    private static AcceptedEvent next(LoggedEvent logged, int sequence) {
        AcceptedEvent event = logged.readToFold();
        if (event.sequence() != sequence)
            throw new IllegalStateException("event " + event.sequence() + " follows " + sequence + " events");
        return event;
    }

    private void damaged(LoggedEvent event, Damage damage) {
        if (damaged.size() < DAMAGED_MAX) damaged.add(new DamagedEvent(event.position(), event.stream(), damage));
    }
}
