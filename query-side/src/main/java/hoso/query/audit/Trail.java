package hoso.query.audit;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Amendment;
import hoso.event.EventKey;
import hoso.event.Ruled;
import hoso.event.StoredEvent;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.feed.LoggedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The events of a dossier, read and folded, with what led to each part of its history.
 *
 * @param history as it is believed after all of them
 * @param events in order, those of earlier lives too: the place of an event among them is its sequence
 * @param ruledBy the event that decided each clock fact last
 */
public record Trail(DossierHistory history, List<StoredEvent> events, Map<Place, StoredEvent> ruledBy) {

    /** A clock fact by the event that brought it. */
    public record Place(int sequence, boolean brought) {

        static Place of(ClockEntry entry) {
            return new Place(entry.sequence(), entry.brought());
        }
    }

    public Trail {
        events = List.copyOf(events);
        ruledBy = Map.copyOf(ruledBy);
    }

    /**
     * @throws Problem {@code parked}, where an event of the dossier cannot be folded
     */
    public static Trail of(DossierDesk.Opened dossier) {
        DossierLife life = DossierLife.of(dossier.events()).orElseThrow();
        life.sick().ifPresent(position -> {
            throw Problem.of(ProblemCode.PARKED, "an event of the dossier cannot be folded")
                    .with(Map.of("position", position));
        });
        return of(dossier.events(), life.history());
    }

    private static Trail of(List<LoggedEvent> logged, DossierHistory history) {
        List<StoredEvent> events = new ArrayList<>(logged.size());
        Map<Place, StoredEvent> ruledBy = new HashMap<>();
        for (LoggedEvent entry : logged) {
            StoredEvent event = entry.read();
            events.add(event);
            for (Ruled ruled : event.event().decision().rulings())
                ruledBy.put(new Place(ruled.fact(), ruled.broughtPause()), event);
        }
        return new Trail(history, events, ruledBy);
    }

    /** The event that published a fact. */
    public StoredEvent event(int sequence) {
        return events.get(sequence);
    }

    public StoredEvent ruledBy(ClockEntry entry) {
        return Objects.requireNonNull(ruledBy.get(Place.of(entry)), () -> "nobody ruled on " + entry);
    }

    /** The place of a fact that stands in the history; empty where there is none of that key, or it was voided. */
    public Optional<Integer> standing(EventKey key) {
        return events.stream()
                .filter(event -> event.event().key().equals(key))
                .map(event -> event.event().sequence())
                .filter(sequence -> history.clockEntry(sequence).isPresent()
                        || history.otherEntry(sequence).isPresent())
                .findAny();
    }

    /** The corrections of a fact, in order. */
    public List<StoredEvent> corrections(int sequence) {
        return events.stream()
                .filter(event -> event.event().fact() instanceof Amendment.Corrected
                        && Objects.equals(event.event().decision().target(), sequence))
                .toList();
    }
}
