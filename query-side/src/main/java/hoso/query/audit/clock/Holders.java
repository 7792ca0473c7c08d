package hoso.query.audit.clock;

import hoso.event.OtherFact;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who had a dossier when: the unit that owes it, then whoever it was last forwarded to. The unit goes on owing it.
 *
 * @param turns in order of time; the first is at the receipt
 */
public record Holders(List<Turn> turns) {

    /** From an instant on. */
    public record Turn(Instant from, String holder) {}

    public Holders {
        turns = List.copyOf(turns);
    }

    public static Holders of(DossierHistory history) {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(history.receivedAt(), history.received().unit()));
        history.others().stream()
                .filter(entry -> entry.fact() instanceof OtherFact.Forwarded)
                .sorted(Comparator.comparing(OtherEntry::at).thenComparingInt(OtherEntry::sequence))
                .forEach(entry -> turns.add(new Turn(entry.at(), ((OtherFact.Forwarded) entry.fact()).holder())));
        return new Holders(turns);
    }

    /** At or after the receipt. */
    String at(Instant instant) {
        String holder = turns.getFirst().holder();
        for (Turn turn : turns) if (!turn.from().isAfter(instant)) holder = turn.holder();
        return holder;
    }

    /** The instants at which it may have changed hands. */
    List<Instant> changes() {
        return turns.stream().map(Turn::from).toList();
    }
}
