package hoso.testkit.brute;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Some of the causes for which portal and ledger disagree, told from the facts that happened before an instant. */
final class BruteMismatch {
    private static final Set<Integer> ENDS = Set.of(3, 7, 8, 9, 10);

    private BruteMismatch() {}

    /** By the names that the list of mismatches has for them. */
    static SortedSet<String> causes(BruteDossier dossier, Instant t) {
        SortedSet<String> causes = new TreeSet<>();
        List<BruteFact> shown = dossier.factsOf("dossier.portal-status-observed").stream()
                .filter(fact -> fact.time().isBefore(t))
                .sorted(Comparator.comparing(BruteFact::time)
                        .thenComparingLong(fact -> fact.event().position()))
                .toList();
        if (shown.isEmpty()) {
            return causes;
        }
        boolean ended = shown.stream()
                .anyMatch(fact -> ENDS.contains(fact.data().get("status").intValue()));
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
