package hoso.query.audit.clock;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.FactRelations;
import hoso.event.OtherFact;
import hoso.event.Taken;
import hoso.event.clock.ClockOrder;
import hoso.event.clock.Clockwork;
import hoso.event.clock.ReceiptTerms;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.event.history.ReferenceRegister;
import hoso.query.audit.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A dossier as it would stand with other facts: those that were taken out, moved or replaced are treated as corrections would treat
 * them. What lies before the first of them keeps what was recorded, and all from there on is decided anew.
 *
 * @param along resumes that were taken out with the pause they end
 */
public record Supposed(DossierHistory history, List<ClockEntry> along) {

    public Supposed {
        along = List.copyOf(along);
    }

    /**
     * @throws Problem {@code unknown-fact} where a fact does not stand, {@code unknown-unit} or {@code unknown-procedure}
     *     where the receipt would name none that there is, {@code malformed} where it is to be taken out,
     *     {@code contradicts-history} where the others could not have been accepted then
     * @throws hoso.event.UnfitData where a fact does not fit the time it is moved to
     */
    public static Supposed of(Trail trail, Supposition supposition, Known known) {
        Set<Integer> without = new HashSet<>();
        for (EventKey key : supposition.without()) without.add(standing(trail, key));
        Map<Integer, Instant> moved = new HashMap<>();
        supposition.moved().forEach((key, at) -> moved.put(standing(trail, key), at));
        Map<Integer, Amendment.Replacement> replaced = new HashMap<>();
        supposition.replaced().forEach((key, data) -> replaced.put(standing(trail, key), data));
        var otherwise = Otherwise.of(without, moved, replaced);
        DossierHistory history = trail.history();
        int receipt = history.clock().getFirst().sequence();
        if (without.contains(receipt)) throw refused(ProblemCode.MALFORMED, "without its receipt there is no dossier");
        List<ClockEntry> along = resumesOf(history.clock(), without);
        along.forEach(entry -> without.add(entry.sequence()));
        if (otherwise.changed().stream().anyMatch(without::contains))
            throw refused(
                    ProblemCode.MALFORMED,
                    "a fact cannot be changed and taken out, and a resume goes with the pause that it ends");
        return new Supposed(supposed(history, otherwise, known), along);
    }

    /** The reference data of the moment that is looked from. */
    public interface Known {

        /** By which dossiers of a procedure are decided; without the procedure where nobody has published it. */
        ReferenceRegister rules(String procedure);

        /** Whether a unit has been registered. */
        boolean hasUnit(String unit);
    }

    /**
     * What is supposed, by the places of the facts' events.
     *
     * @param changed those that were moved or replaced, in the order of recording
     */
    private record Otherwise(
            Set<Integer> without,
            Map<Integer, Instant> moved,
            Map<Integer, Amendment.Replacement> replaced,
            SortedSet<Integer> changed) {

        static Otherwise of(
                Set<Integer> without, Map<Integer, Instant> moved, Map<Integer, Amendment.Replacement> replaced) {
            var changed = new TreeSet<>(moved.keySet());
            changed.addAll(replaced.keySet());
            return new Otherwise(without, moved, replaced, changed);
        }

        Instant at(int sequence, Instant recorded) {
            return moved.getOrDefault(sequence, recorded);
        }

        /** A fact as it would say, checked against the time that it would have happened at. */
        DossierFact fact(int sequence, DossierFact recorded, Instant at) {
            Amendment.Replacement data = replaced.get(sequence);
            if (data != null) return data.as(recorded, at);
            FactRelations.check(recorded, at);
            return recorded;
        }
    }

    private static int standing(Trail trail, EventKey key) {
        return trail.standing(key)
                .orElseThrow(() -> refused(
                        ProblemCode.UNKNOWN_FACT, "no fact of the dossier that stands has the source and id given"));
    }

    /** A resume without its pause ends nothing. */
    private static List<ClockEntry> resumesOf(List<ClockEntry> clock, Set<Integer> without) {
        List<ClockEntry> resumes = new ArrayList<>();
        for (int index = 0; index + 1 < clock.size(); index++) {
            ClockEntry next = clock.get(index + 1);
            boolean pauseGoes = clock.get(index).fact() instanceof ClockFact.Pause
                    && without.contains(clock.get(index).sequence());
            if (pauseGoes && next.fact() instanceof ClockFact.Resume && !without.contains(next.sequence()))
                resumes.add(next);
        }
        return resumes;
    }

    private static DossierHistory supposed(DossierHistory history, Otherwise otherwise, Known known) {
        List<ClockEntry> clock = clock(history, otherwise);
        ClockOrder.firstOutOfPlace(clock).ifPresent(entry -> {
            throw refused(
                    ProblemCode.CONTRADICTS_HISTORY, "then what happened at " + entry.at() + " could not have been");
        });
        var received = (ClockFact.Received) clock.getFirst().fact();
        ReferenceRegister register = known.rules(received.procedure());
        requireKnown(received, history.received(), register, known);
        int from = unchanged(history.clock(), clock);
        Taken taken = from == 0 ? taken(clock.getFirst(), register) : history.terms();
        List<ClockEntry> decided =
                from == clock.size() ? clock : new Clockwork(taken, register.calendar()).decidedFrom(from, clock);
        checkExtensions(decided, otherwise.changed());
        return new DossierHistory(history.events(), taken, decided, others(history, otherwise), history.disputes());
    }

    /** As where one is published: by the due instant, and to a later one. Those that stay where they are were accepted. */
    private static void checkExtensions(List<ClockEntry> decided, Set<Integer> changed) {
        for (int index = 1; index < decided.size(); index++) {
            ClockEntry entry = decided.get(index);
            if (!(entry.fact() instanceof ClockFact.DueDateExtended extended) || !changed.contains(entry.sequence()))
                continue;
            Instant dueAt = decided.get(index - 1).ruling().dueAt();
            if (entry.at().isAfter(dueAt) || !extended.dueAt().isAfter(dueAt))
                throw refused(
                        ProblemCode.CONTRADICTS_HISTORY,
                        "an extension at " + entry.at() + " to " + extended.dueAt() + " does not fit what was due at "
                                + dueAt);
        }
    }

    private static List<ClockEntry> clock(DossierHistory history, Otherwise otherwise) {
        List<ClockEntry> clock = history.clock().stream()
                .filter(entry -> !otherwise.without().contains(entry.sequence()))
                .toList();
        for (int sequence : otherwise.changed()) {
            Optional<ClockEntry> was = history.clockEntry(sequence);
            if (was.isEmpty()) continue;
            Instant at = otherwise.at(sequence, was.get().at());
            var fact = (ClockFact) otherwise.fact(sequence, was.get().fact(), at);
            clock = DossierHistory.placed(DossierHistory.without(clock, sequence), sequence, at, fact).stream()
                    .map(entry -> entry.sequence() == sequence ? ruledAsBefore(entry, history.clock()) : entry)
                    .toList();
        }
        return clock;
    }

    /** What lies where it lay, and by which the clock goes as it went, keeps what was recorded of it. */
    private static ClockEntry ruledAsBefore(ClockEntry entry, List<ClockEntry> recorded) {
        return recorded.stream()
                .filter(was -> goesAsBefore(was, entry))
                .findAny()
                .map(was -> entry.ruled(was.ruling()))
                .orElse(entry);
    }

    private static boolean goesAsBefore(ClockEntry was, ClockEntry now) {
        return was.sequence() == now.sequence()
                && was.brought() == now.brought()
                && was.at().equals(now.at())
                && !was.goesOtherwiseBy(now.fact());
    }

    private static List<OtherEntry> others(DossierHistory history, Otherwise otherwise) {
        return history.others().stream()
                .filter(entry -> !otherwise.without().contains(entry.sequence()))
                .map(entry -> {
                    if (!otherwise.changed().contains(entry.sequence())) return entry;
                    Instant at = otherwise.at(entry.sequence(), entry.at());
                    return new OtherEntry(
                            entry.sequence(), at, (OtherFact) otherwise.fact(entry.sequence(), entry.fact(), at));
                })
                .toList();
    }

    /** How many of the first clock facts are those that were there, where they were. */
    private static int unchanged(List<ClockEntry> was, List<ClockEntry> now) {
        int index = 0;
        while (index < now.size() && index < was.size() && isSame(was.get(index), now.get(index))) index++;
        return index;
    }

    private static boolean isSame(ClockEntry was, ClockEntry now) {
        return goesAsBefore(was, now) && was.ruling().equals(now.ruling());
    }

    /** As where it is published: a receipt names a unit and a procedure that have been; those that stay were accepted. */
    private static void requireKnown(
            ClockFact.Received received, ClockFact.Received was, ReferenceRegister register, Known known) {
        if (!received.unit().equals(was.unit()) && !known.hasUnit(received.unit()))
            throw refused(ProblemCode.UNKNOWN_UNIT, "no such unit has been registered");
        if (!register.procedures().containsKey(received.procedure()))
            throw refused(ProblemCode.UNKNOWN_PROCEDURE, "no such procedure has been published");
    }

    private static Taken taken(ClockEntry receipt, ReferenceRegister register) {
        return ReceiptTerms.take((ClockFact.Received) receipt.fact(), receipt.at(), register);
    }

    private static Problem refused(ProblemCode code, String detail) {
        return Problem.of(code, detail);
    }
}
