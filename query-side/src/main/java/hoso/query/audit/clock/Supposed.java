package hoso.query.audit.clock;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.ClockFact;
import hoso.event.EventKey;
import hoso.event.FactRelations;
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
import java.util.Set;

/**
 * A dossier as it would stand with other facts: those that were taken out or moved are treated as corrections would treat
 * them. What lies before the first of them keeps what was recorded, and all from there on is decided anew.
 *
 * @param along resumes that were taken out with the pause they end
 */
public record Supposed(DossierHistory history, List<ClockEntry> along) {

    public Supposed {
        along = List.copyOf(along);
    }

    /**
     * @throws Problem {@code unknown-fact} where a fact does not stand, {@code malformed} where the receipt is to be taken
     *     out, {@code contradicts-history} where the others could not have been accepted then
     * @throws hoso.event.UnfitData where a fact does not fit the time it is moved to
     */
    public static Supposed of(Trail trail, Supposition supposition, ReferenceRegister register) {
        Set<Integer> without = new HashSet<>();
        for (EventKey key : supposition.without()) without.add(standing(trail, key));
        Map<Integer, Instant> moved = new HashMap<>();
        supposition.moved().forEach((key, at) -> moved.put(standing(trail, key), at));
        DossierHistory history = trail.history();
        int receipt = history.clock().getFirst().sequence();
        if (without.contains(receipt)) throw refused(ProblemCode.MALFORMED, "without its receipt there is no dossier");
        List<ClockEntry> along = resumesOf(history.clock(), without);
        along.forEach(entry -> without.add(entry.sequence()));
        if (moved.keySet().stream().anyMatch(without::contains))
            throw refused(
                    ProblemCode.MALFORMED,
                    "a fact cannot be moved and taken out, and a resume goes with the pause that it ends");
        return new Supposed(supposed(history, without, moved, register), along);
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

    private static DossierHistory supposed(
            DossierHistory history, Set<Integer> without, Map<Integer, Instant> moved, ReferenceRegister register) {
        List<ClockEntry> clock = clock(history, without, moved);
        ClockOrder.firstOutOfPlace(clock).ifPresent(entry -> {
            throw refused(
                    ProblemCode.CONTRADICTS_HISTORY, "then what happened at " + entry.at() + " could not have been");
        });
        int from = unchanged(history.clock(), clock);
        Taken taken = from == 0 ? taken(clock.getFirst(), register) : history.terms();
        List<ClockEntry> decided =
                from == clock.size() ? clock : new Clockwork(taken, register.calendar()).decidedFrom(from, clock);
        checkExtensions(decided, moved.keySet());
        return new DossierHistory(
                history.events(), taken, decided, others(history, without, moved), history.disputes());
    }

    /** As where one is published: by the due instant, and to a later one. Those that stay where they are were accepted. */
    private static void checkExtensions(List<ClockEntry> decided, Set<Integer> moved) {
        for (int index = 1; index < decided.size(); index++) {
            ClockEntry entry = decided.get(index);
            if (!(entry.fact() instanceof ClockFact.DueDateExtended extended) || !moved.contains(entry.sequence()))
                continue;
            Instant dueAt = decided.get(index - 1).ruling().dueAt();
            if (entry.at().isAfter(dueAt) || !extended.dueAt().isAfter(dueAt))
                throw refused(
                        ProblemCode.CONTRADICTS_HISTORY,
                        "an extension at " + entry.at() + " to " + extended.dueAt() + " does not fit what was due at "
                                + dueAt);
        }
    }

    private static List<ClockEntry> clock(DossierHistory history, Set<Integer> without, Map<Integer, Instant> moved) {
        List<ClockEntry> clock = new ArrayList<>();
        for (ClockEntry entry : history.clock()) {
            if (without.contains(entry.sequence())) continue;
            Instant at = moved.get(entry.sequence());
            // a pause that a resume brought has a time of its own
            clock.add(at == null || entry.brought() ? entry : at(entry, at));
        }
        clock.sort(ClockEntry.ORDER);
        return clock;
    }

    private static ClockEntry at(ClockEntry entry, Instant at) {
        FactRelations.check(entry.fact(), at);
        return new ClockEntry(entry.sequence(), entry.brought(), at, entry.fact(), entry.ruling());
    }

    private static List<OtherEntry> others(DossierHistory history, Set<Integer> without, Map<Integer, Instant> moved) {
        return history.others().stream()
                .filter(entry -> !without.contains(entry.sequence()))
                .map(entry -> {
                    Instant at = moved.get(entry.sequence());
                    if (at == null) return entry;
                    FactRelations.check(entry.fact(), at);
                    return new OtherEntry(entry.sequence(), at, entry.fact());
                })
                .toList();
    }

    /** How many of the first clock facts are those that were there, where they were. */
    private static int unchanged(List<ClockEntry> was, List<ClockEntry> now) {
        int index = 0;
        while (index < now.size() && index < was.size() && now.get(index).equals(was.get(index))) index++;
        return index;
    }

    private static Taken taken(ClockEntry receipt, ReferenceRegister register) {
        return ReceiptTerms.take((ClockFact.Received) receipt.fact(), receipt.at(), register);
    }

    private static Problem refused(ProblemCode code, String detail) {
        return Problem.of(code, detail);
    }
}
