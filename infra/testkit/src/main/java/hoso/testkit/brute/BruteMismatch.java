package hoso.testkit.brute;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Some of the causes for which portal and ledger disagree, told from the facts that happened before an instant. */
final class BruteMismatch {
    private static final Set<Integer> ENDS = Set.of(3, 7, 8, 9, 10);

    private BruteMismatch() {}

    /** Whether it goes on in the period, here or there, as it stood at its end. */
    static boolean inScope(BruteDossier dossier, Instant start, Instant t) {
        if (!dossier.receivedAt().isBefore(t)) {
            return false;
        }
        if (dossier.closedAt() == null || !dossier.closedAt().isBefore(start)) {
            return true;
        }
        Instant ended = endedThere(dossier, t);
        return ended == null || !ended.isBefore(start);
    }

    /** Of one that was closed before that. */
    private static @Nullable Instant endedThere(BruteDossier dossier, Instant t) {
        List<BruteFact> shown = shown(dossier, t);
        for (List<Integer> statuses : List.of(List.of(9), List.of(10), List.of(3, 8), List.of(7))) {
            for (BruteFact fact : shown) {
                if (statuses.contains(fact.data().get("status").intValue())) {
                    return fact.time().isBefore(dossier.receivedAt()) ? dossier.receivedAt() : fact.time();
                }
            }
        }
        if (unanswered(dossier, t)) {
            return times(dossier, BruteStep.Kind.SUPPLEMENT_REQUESTED, t).getFirst();
        }
        return shown.isEmpty() ? dossier.closedAt() : null;
    }

    private static boolean unanswered(BruteDossier dossier, Instant t) {
        return times(dossier, BruteStep.Kind.SUPPLEMENT_REQUESTED, t).size() == 1
                && times(dossier, BruteStep.Kind.SUPPLEMENT_RECEIVED, t).isEmpty();
    }

    private static List<Instant> times(BruteDossier dossier, BruteStep.Kind kind, Instant before) {
        return dossier.facts().stream()
                .flatMap(fact -> fact.steps().stream())
                .filter(step -> step.kind() == kind && step.at().isBefore(before))
                .map(BruteStep::at)
                .sorted()
                .toList();
    }

    private static List<BruteFact> shown(BruteDossier dossier, Instant t) {
        return dossier.factsOf("dossier.portal-status-observed").stream()
                .filter(fact -> fact.time().isBefore(t))
                .sorted(Comparator.comparing(BruteFact::time)
                        .thenComparingLong(fact -> fact.event().position()))
                .toList();
    }

    /** By the names that the list of mismatches has for them. */
    static SortedSet<String> causes(BruteDossier dossier, Instant t) {
        SortedSet<String> causes = new TreeSet<>();
        List<BruteFact> shown = shown(dossier, t);
        boolean ended = shown.stream()
                .anyMatch(fact -> ENDS.contains(fact.data().get("status").intValue()));
        // closed in the wait for it, both agree; unless an observation, which shows no end, says that they do not
        if (!ended && unanswered(dossier, t) && (dossier.openAt(t) || !shown.isEmpty())) {
            causes.add("UNANSWERED_REQUEST");
        }
        if (shown.isEmpty()) {
            return causes;
        }
        if (!shown.getLast().data().get("synced").booleanValue()) {
            causes.add("NOT_SYNCED");
        }
        if (ended && dossier.openAt(t)) {
            causes.add("CLOSED_THERE_ALONE");
        }
        if (!ended && !dossier.openAt(t)) {
            causes.add("NEVER_CLOSED_THERE");
        }
        return causes;
    }
}
