package hoso.query.audit.day;

import hoso.event.StoredEvent;
import hoso.event.history.DossierHistory;
import hoso.query.audit.Trail;
import hoso.query.audit.portal.Observation;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days of a dossier, each as it was shown in the evening. */
final class Days {

    private final List<StoredEvent> events;
    private final List<Observation> observations;
    private final Instant at;

    /**
     * @param at the moment of the question: the evening of its day has not come
     */
    Days(Trail trail, Instant at) {
        this.events = trail.events();
        this.observations = Observation.all(trail.history());
        this.at = at;
    }

    /** The day on which it was received, or first published. */
    LocalDate first() {
        return events.stream()
                .map(stored -> earlier(stored.event().occurredAt(), stored.recordedAt()))
                .min(Instant::compareTo)
                .map(VietnamTime::date)
                .orElseThrow();
    }

    /** The day of the question; of what is closed, or has no life, the last day on which anything could change. */
    LocalDate last(DossierHistory history) {
        LocalDate today = VietnamTime.date(at);
        if (history.alive() && history.closing().isEmpty()) return today;
        Instant last = events.getLast().recordedAt();
        for (Observation observation : observations) if (observation.at().isAfter(last)) last = observation.at();
        LocalDate day = VietnamTime.date(last);
        return day.isBefore(today) ? day : today;
    }

    List<Day> between(LocalDate from, LocalDate to) {
        List<Day> days = new ArrayList<>();
        int next = 0;
        DossierHistory history = DossierHistory.UNKNOWN;
        for (; next < events.size() && events.get(next).recordedAt().isBefore(VietnamTime.startOf(from)); next++)
            history = history.with(events.get(next).event());
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            int begin = next;
            while (next < events.size() && arrivedBy(day, events.get(next))) next++;
            List<StoredEvent> arrived = events.subList(begin, next);
            days.add(day(day, history, arrived));
            for (StoredEvent stored : arrived) history = history.with(stored.event());
        }
        return days;
    }

    /** On the day of the question, what had come by then. */
    private boolean arrivedBy(LocalDate day, StoredEvent event) {
        return event.recordedAt().isBefore(VietnamTime.startOf(day.plusDays(1)))
                && !event.recordedAt().isAfter(at);
    }

    /** What was known in the morning, then one event after another: those are named after which it is shown otherwise. */
    private Day day(LocalDate day, DossierHistory morning, List<StoredEvent> arrived) {
        Instant evening = earlier(VietnamTime.startOf(day.plusDays(1)), at);
        Shown shown = Shown.of(morning, evening);
        boolean byTime = !shown.equals(Shown.of(morning, earlier(VietnamTime.startOf(day), at)));
        List<StoredEvent> because = new ArrayList<>();
        DossierHistory history = morning;
        for (StoredEvent stored : arrived) {
            history = history.with(stored.event());
            Shown next = Shown.of(history, evening);
            if (!next.equals(shown)) because.add(stored);
            shown = next;
        }
        return new Day(day, shown, portal(evening), arrived, because, byTime);
    }

    private Optional<Observation> portal(Instant evening) {
        return observations.stream()
                .filter(observation -> observation.at().isBefore(evening))
                .reduce((earlier, later) -> later);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
