package hoso.testkit.brute;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A dossier by the rule of the national portal, looked at for one instant at a time. */
final class BrutePortal {
    private static final String OBSERVED = "dossier.portal-status-observed";

    private final BruteDossier dossier;
    private final List<Instant> requests;
    private final @Nullable Instant endedAt;
    private final @Nullable Instant secondRequestAt;

    BrutePortal(BruteDossier dossier) {
        this.dossier = dossier;
        this.requests = instants(BruteStep.Kind.SUPPLEMENT_REQUESTED);
        this.endedAt = end();
        this.secondRequestAt = requests.size() > 1 ? requests.get(1) : null;
    }

    /** What no report prints, of a dossier over {@code [from, to)}. */
    static void add(SortedMap<String, Long> cells, BruteDossier dossier, Instant from, Instant to) {
        BrutePortal portal = new BrutePortal(dossier);
        boolean received =
                !dossier.receivedAt().isBefore(from) && dossier.receivedAt().isBefore(to);
        boolean ended = portal.endedAt != null && !portal.endedAt.isBefore(from) && portal.endedAt.isBefore(to);
        put(cells, "portal.inScope", received || portal.openAt(from));
        put(cells, "portal.ended.inTime", ended && !portal.endedLate());
        put(cells, "portal.ended.late", ended && portal.endedLate());
        put(cells, "portal.pending.total", portal.openAt(to));
        put(cells, "portal.pending.overdue", portal.overdueAt(to));
        put(cells, "portal.pending.notDue", portal.openAt(to) && !portal.overdueAt(to));
        boolean closed = dossier.closed()
                && !dossier.closedAtOrThrow().isBefore(from)
                && dossier.closedAtOrThrow().isBefore(to);
        boolean throughout = dossier.tags().containsAll(List.of("digitized", "resultDigitized"));
        put(cells, "digitizedThroughout.resolved", closed && throughout);
    }

    /** Whether both rules, asked about the period, put the dossier in scope and in time alike. */
    static boolean seenAlike(SortedMap<String, Long> cells) {
        return value(cells, "received.total") == value(cells, "portal.inScope")
                && value(cells, "resolved.early", "resolved.onTime", "pending.notDue")
                        == value(cells, "portal.ended.inTime", "portal.pending.notDue");
    }

    private static long value(SortedMap<String, Long> cells, String... names) {
        long value = 0;
        for (String name : names) {
            value += cells.getOrDefault(name, 0L);
        }
        return value;
    }

    private static void put(SortedMap<String, Long> cells, String name, boolean counts) {
        cells.put(name, counts ? 1L : 0L);
    }

    private @Nullable Instant end() {
        List<BruteFact> observations = dossier.factsOf(OBSERVED);
        for (List<Integer> statuses : List.of(List.of(9), List.of(10), List.of(3, 8), List.of(7))) {
            Instant first = observations.stream()
                    .filter(fact -> statuses.contains(fact.data().get("status").intValue()))
                    .map(BruteFact::time)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (first != null) {
                return first.isBefore(dossier.receivedAt()) ? dossier.receivedAt() : first;
            }
        }
        boolean answered = !instants(BruteStep.Kind.SUPPLEMENT_RECEIVED).isEmpty();
        if (requests.size() == 1 && !answered) {
            return requests.getFirst();
        }
        return observations.isEmpty() ? dossier.closedAt() : null;
    }

    /** Of the clock facts of a kind, in their order. */
    private List<Instant> instants(BruteStep.Kind kind) {
        return dossier.facts().stream()
                .flatMap(fact -> fact.steps().stream())
                .filter(step -> step.kind() == kind)
                .sorted(BruteStep.ORDER)
                .map(BruteStep::at)
                .toList();
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    private boolean openAt(Instant t) {
        return dossier.receivedAt().isBefore(t) && (endedAt == null || !endedAt.isBefore(t));
    }

    boolean overdueAt(Instant t) {
        boolean askedTwice = secondRequestAt != null && secondRequestAt.isBefore(t);
        boolean pastDue = dossier.dueAt().isBefore(t) && !dossier.pausedAt(t);
        return openAt(t) && (askedTwice || pastDue);
    }

    boolean endedLate() {
        return secondRequestAt != null
                || (endedAt != null && endedAt.isAfter(dossier.dueAt()) && !dossier.pausedAt(endedAt));
    }
}
