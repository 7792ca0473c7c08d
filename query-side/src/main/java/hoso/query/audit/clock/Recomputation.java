package hoso.query.audit.clock;

import hoso.event.ClockFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.clock.Clockwork;
import hoso.event.clock.ReceiptTerms;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import hoso.query.audit.Trail;
import hoso.query.feed.PublishedRule;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The clock of a dossier decided once more, with the procedures and calendars known as of the question, beside what was
 * recorded. Nothing follows from it: a re-decision has to be published.
 *
 * @param differences the clock facts that would be decided otherwise, in order; none where all is as recorded
 * @param reasons what was published since they were decided; none where nothing differs
 */
public record Recomputation(DossierHistory history, List<Difference> differences, Set<Reason> reasons) {

    /** A clock fact as it was decided, and as it would be. */
    public record Difference(ClockEntry recorded, Ruling now) {}

    /** Why a fact would be decided otherwise. */
    public sealed interface Reason {

        /** A calendar was published, or published anew, after the fact had been decided. */
        record Calendar(int year, PublishedRule published) implements Reason {}

        /** Another version of the procedure was published since, and is valid on the day of receipt. */
        record Procedure(Taken recorded, Taken now) implements Reason {}

        /** What was recorded is not what the rules gave that were known then. */
        record Unexplained() implements Reason {}
    }

    public Recomputation {
        differences = List.copyOf(differences);
    }

    /**
     * @param position as of which the rules are known
     */
    public static Recomputation of(Trail trail, Rules rules, long position) {
        DossierHistory history = trail.history();
        DossierHistory again = again(history, rules.asOf(position));
        List<Difference> differences = new ArrayList<>();
        for (int index = 0; index < history.clock().size(); index++) {
            ClockEntry recorded = history.clock().get(index);
            Ruling now = again.clock().get(index).ruling();
            if (!recorded.ruling().equals(now)) differences.add(new Difference(recorded, now));
        }
        return new Recomputation(again, differences, reasons(trail, again, differences, rules, position));
    }

    /** Everything from the receipt on, as a re-decision would. */
    private static DossierHistory again(DossierHistory history, ReferenceRegister register) {
        Taken taken = taken(history, register);
        List<ClockEntry> decided = new Clockwork(taken, register.calendar()).decidedFrom(0, history.clock());
        return new DossierHistory(history.events(), taken, decided, history.others(), history.disputes());
    }

    private static Taken taken(DossierHistory history, ReferenceRegister register) {
        ClockEntry receipt = history.clock().getFirst();
        return ReceiptTerms.take((ClockFact.Received) receipt.fact(), receipt.at(), register);
    }

    private static Set<Reason> reasons(
            Trail trail, DossierHistory again, List<Difference> differences, Rules rules, long position) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (differences.isEmpty()) return reasons;
        if (!isAsTheRulesGave(trail, differences, rules)) reasons.add(new Reason.Unexplained());
        Taken recorded = trail.history().terms();
        if (!ruleOf(recorded).equals(ruleOf(again.terms()))) reasons.add(new Reason.Procedure(recorded, again.terms()));
        reasons.addAll(calendars(trail, again, differences, rules, position));
        if (reasons.isEmpty()) reasons.add(new Reason.Unexplained());
        return reasons;
    }

    /** Whether the rules that were known when each of them was decided give what was recorded. */
    private static boolean isAsTheRulesGave(Trail trail, List<Difference> differences, Rules rules) {
        DossierHistory history = trail.history();
        Map<Long, ReferenceRegister> known = new HashMap<>();
        for (Difference difference : differences) {
            long decidedAt = trail.ruledBy(difference.recorded()).position();
            ReferenceRegister register = known.computeIfAbsent(decidedAt, rules::asOf);
            int index = history.clock().indexOf(difference.recorded());
            Taken terms = index == 0 ? taken(history, register) : history.terms();
            Ruling given = new Clockwork(terms, register.calendar())
                    .decidedFrom(index, history.clock().subList(0, index + 1))
                    .getLast()
                    .ruling();
            if (!given.equals(difference.recorded().ruling())) return false;
        }
        return true;
    }

    /** Those that are not what they were when a fact was decided, and without which it would be decided otherwise. */
    private static Set<Reason> calendars(
            Trail trail, DossierHistory again, List<Difference> differences, Rules rules, long position) {
        Map<Since, Boolean> decides = new HashMap<>();
        Set<Reason> calendars = new LinkedHashSet<>();
        for (Difference difference : differences) {
            long decidedAt = trail.ruledBy(difference.recorded()).position();
            for (int year : years(trail.history(), difference)) {
                Optional<PublishedRule> known = rules.calendar(year, position);
                if (known.equals(rules.calendar(year, decidedAt))) continue;
                boolean reason = decides.computeIfAbsent(
                        new Since(year, decidedAt),
                        since -> !again(trail.history(), rules.asOf(position, since.year(), since.decidedAt()))
                                .clock()
                                .equals(again.clock()));
                if (reason) known.ifPresent(published -> calendars.add(new Reason.Calendar(year, published)));
            }
        }
        return calendars;
    }

    /** The calendar of a year since a position. */
    private record Since(int year, long decidedAt) {}

    /** What of the terms due instants depend on. */
    private static List<Object> ruleOf(Taken taken) {
        return List.of(taken.processing(), taken.supplement());
    }

    /** From the receipt to the later of both due instants: what lies outside cannot have moved it. */
    private static SortedSet<Integer> years(DossierHistory history, Difference difference) {
        SortedSet<Integer> years = new TreeSet<>();
        Instant last = Stream.of(
                        difference.recorded().ruling().dueAt(),
                        difference.now().dueAt(),
                        difference.recorded().at())
                .max(Instant::compareTo)
                .orElseThrow();
        for (int year = year(history.receivedAt()); year <= year(last); year++) years.add(year);
        return years;
    }

    private static int year(Instant instant) {
        return VietnamTime.date(instant).getYear();
    }
}
