package hoso.command.dossier;

import hoso.event.ClockFact;
import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.Taken;
import hoso.event.clock.Clockwork;
import hoso.event.clock.ReceiptTerms;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides clock facts from a place on: those before it keep what was recorded, it and those after it are decided anew
 * with the calendar now known.
 */
record Redecision(DossierHistory history, ReferenceRegister register) {

    /** Of a receipt that begins a life. */
    Decision begun(int sequence, Instant at, ClockFact.Received received) {
        Taken taken = ReceiptTerms.take(received, at, register);
        List<ClockEntry> entries = DossierHistory.placed(List.of(), sequence, at, received);
        return new Decision(null, taken, rulings(clockwork(taken).decidedFrom(0, entries), 0), null, null);
    }

    /** Of a new fact in its place. */
    Decision placed(List<ClockEntry> entries, int sequence) {
        int from = firstOf(sequence, entries);
        List<ClockEntry> decided = clockwork(history.terms()).decidedFrom(from, entries);
        boolean last = decided.getLast().sequence() == sequence;
        return new Decision(
                null, null, rulings(decided, from), last ? null : history.standing(), last ? null : standing(decided));
    }

    /** Of a fact that was moved, changed or taken out, from the earlier of its two places on. */
    Decision changed(int target, List<ClockEntry> entries) {
        int before = firstOf(target, history.clock());
        int after = firstOf(target, entries);
        int from = Math.min(before, after);
        List<ClockEntry> decided = clockwork(history.terms()).decidedFrom(from, entries);
        return new Decision(target, null, rulings(decided, from), history.standing(), standing(decided));
    }

    /** Of everything, from the receipt on, with what it takes from the procedure as now known. */
    Decision everything(List<ClockEntry> entries, @Nullable Integer target) {
        ClockEntry receipt = entries.getFirst();
        Taken taken = ReceiptTerms.take((ClockFact.Received) receipt.fact(), receipt.at(), register);
        List<ClockEntry> decided = clockwork(taken).decidedFrom(0, entries);
        return new Decision(target, taken, rulings(decided, 0), history.standing(), standing(decided));
    }

    /** The clock as if a fact had never stood in it: what comes after its place is decided anew. */
    List<ClockEntry> withoutEver(int target) {
        List<ClockEntry> rest = DossierHistory.without(history.clock(), target);
        int place = firstOf(target, history.clock());
        return place == 0 ? rest : clockwork(history.terms()).decidedFrom(place, rest);
    }

    private Clockwork clockwork(Taken terms) {
        return new Clockwork(terms, register.calendar());
    }

    /** Where the facts of an event begin; the number of facts where it has none. */
    private static int firstOf(int sequence, List<ClockEntry> entries) {
        int index = 0;
        while (index < entries.size() && entries.get(index).sequence() != sequence) index++;
        return index;
    }

    private static List<Ruled> rulings(List<ClockEntry> decided, int from) {
        return decided.subList(from, decided.size()).stream()
                .map(entry -> new Ruled(entry.sequence(), entry.brought(), entry.ruling()))
                .toList();
    }

    private static Standing standing(List<ClockEntry> decided) {
        Ruling last = decided.getLast().ruling();
        return new Standing(last.dueAt(), last instanceof Ruling.Closed closed ? closed.timeliness() : null);
    }
}
