package hoso.standalone.demo;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.OtherFact;
import hoso.event.Publication;
import hoso.standalone.demo.data.DemoProcedure;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dossier as it stands after all its events, by the shortest way there: amend, sort, walk. */
final class SimpleDossier {

    private record Timed(Instant at, DossierFact fact) {}

    final ClockFact.Received receipt;
    final Instant receivedAt;
    final List<Timed> facts;
    Instant dueAt;

    @Nullable
    Instant closedAt;
    /** The begin of a pause that counts and was not ended. */
    @Nullable
    Instant waitingSince;

    static Optional<SimpleDossier> of(
            List<Publication> events, Map<String, DemoProcedure> procedures, WorkingCalendar c) {
        var facts = new LinkedHashMap<EventKey, Timed>();
        for (Publication event : events) {
            switch ((DossierFact) event.fact()) {
                case Amendment.Corrected corrected ->
                    facts.computeIfPresent(corrected.corrects(), (key, old) -> corrected(old, corrected));
                case Amendment.Voided voided -> facts.remove(voided.corrects());
                case DossierFact fact -> facts.put(event.key(), new Timed(event.occurredAt(), fact));
            }
        }
        boolean received = facts.values().stream().anyMatch(timed -> timed.fact() instanceof ClockFact.Received);
        return received ? Optional.of(new SimpleDossier(List.copyOf(facts.values()), procedures, c)) : Optional.empty();
    }

    private SimpleDossier(List<Timed> facts, Map<String, DemoProcedure> procedures, WorkingCalendar calendar) {
        this.facts = facts;
        List<Timed> clock = clock(facts);
        receivedAt = clock.getFirst().at();
        receipt = (ClockFact.Received) clock.getFirst().fact();
        DemoProcedure procedure = procedures.get(receipt.procedure());
        Processing processing = procedure.processingOn(VietnamTime.date(receivedAt));
        dueAt = receipt.dueAt() != null ? receipt.dueAt() : DueDates.first(processing, receivedAt, calendar);
        for (Timed timed : clock) walk(timed, procedure, processing, calendar);
    }

    private void walk(Timed timed, DemoProcedure procedure, Processing processing, WorkingCalendar calendar) {
        Instant at = timed.at();
        if (timed.fact() instanceof ClockFact.Pause && !at.isAfter(dueAt)) waitingSince = at;
        if (timed.fact() instanceof ClockFact.DueDateExtended extended) dueAt = extended.dueAt();
        if (timed.fact() instanceof ClockFact.Closing) closedAt = at;
        boolean ended = timed.fact() instanceof ClockFact.Resume || timed.fact() instanceof ClockFact.Closing;
        if (!ended || waitingSince == null) return;
        Remaining remaining = DueDates.remaining(processing, waitingSince, dueAt, calendar);
        boolean restarts = timed.fact() instanceof ClockFact.SupplementReceived
                && procedure.supplement() == SupplementRule.RESTART;
        dueAt = restarts ? DueDates.first(processing, at, calendar) : DueDates.resumed(remaining, at, calendar);
        if (timed.fact() instanceof ClockFact.Resume) waitingSince = null;
    }

    boolean isOpenAt(Instant instant) {
        return receivedAt.isBefore(instant) && (closedAt == null || !closedAt.isBefore(instant));
    }

    boolean isOverdueAt(Instant instant) {
        boolean waiting = waitingSince != null && waitingSince.isBefore(instant);
        return isOpenAt(instant) && dueAt.isBefore(instant) && !waiting;
    }

    <F extends OtherFact> List<F> all(Class<F> type) {
        return facts.stream()
                .map(Timed::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** How many facts of a type lie in {@code [from, to)}. */
    List<DossierFact> between(Class<? extends OtherFact> type, Instant from, Instant to) {
        return facts.stream()
                .filter(timed -> type.isInstance(timed.fact()))
                .filter(timed -> !timed.at().isBefore(from) && timed.at().isBefore(to))
                .map(Timed::fact)
                .toList();
    }

    /** The last rating says so. */
    boolean isSatisfied() {
        return facts.stream()
                .filter(timed -> timed.fact() instanceof OtherFact.SatisfactionRated)
                .max(Comparator.comparing(Timed::at))
                .map(timed -> ((OtherFact.SatisfactionRated) timed.fact()).satisfied())
                .orElse(false);
    }

    private static Timed corrected(Timed old, Amendment.Corrected corrected) {
        Instant at = corrected.time() == null ? old.at() : corrected.time();
        return new Timed(
                at, corrected.data() == null ? old.fact() : corrected.data().as(old.fact(), at));
    }

    /** The clock facts in time; a pause that its resume brings along stands at its own time. */
    private static List<Timed> clock(List<Timed> facts) {
        var clock = new ArrayList<Timed>();
        for (Timed timed : facts) {
            if (timed.fact() instanceof ClockFact.Resume resume && resume.since() != null)
                clock.add(new Timed(resume.since(), resume.ends()));
            if (timed.fact() instanceof ClockFact) clock.add(timed);
        }
        clock.sort(Comparator.comparing(Timed::at));
        return clock;
    }
}
