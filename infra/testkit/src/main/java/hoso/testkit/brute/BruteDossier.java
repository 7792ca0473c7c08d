package hoso.testkit.brute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A dossier as its facts and their recorded decisions make it. */
public record BruteDossier(
        String id,
        String unit,
        String procedure,
        String field,
        String channel,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable String timeliness,
        @Nullable String outcome,
        List<BrutePause> pausesThatCount,
        SortedSet<String> tags,
        List<BruteFact> facts) {

    static BruteDossier of(BruteLife life) {
        BruteFact receipt = life.receipt();
        JsonNode data = receipt.data();
        List<BruteStep> steps = life.steps();
        BruteRule rule = Objects.requireNonNull(decision(life, steps.getFirst()).rule());
        BruteDecision last = decision(life, steps.getLast());
        boolean closed = steps.getLast().kind() == BruteStep.Kind.CLOSED;
        BruteDossier untagged = new BruteDossier(
                receipt.event().subject(),
                data.get("unit").stringValue(),
                data.get("procedure").stringValue(),
                rule.field(),
                data.get("channel").stringValue(),
                receipt.time(),
                last.dueAt(),
                closed ? steps.getLast().at() : null,
                closed ? last.timeliness() : null,
                closed ? outcome(life.facts()) : null,
                pauses(life, steps),
                new TreeSet<>(),
                life.facts());
        BruteTags.add(untagged, rule.feeRequired());
        return untagged;
    }

    private static BruteDecision decision(BruteLife life, BruteStep step) {
        return Objects.requireNonNull(life.recorded().get(step.key()));
    }

    private static String outcome(List<BruteFact> facts) {
        for (BruteFact fact : facts) {
            switch (fact.type()) {
                case "dossier.resolved" -> {
                    return fact.data().get("outcome").stringValue().toLowerCase(java.util.Locale.ROOT);
                }
                case "dossier.withdrawn" -> {
                    return "withdrawn";
                }
                case "dossier.declined" -> {
                    return "declined";
                }
                default -> {}
            }
        }
        throw new IllegalStateException("closed without a closing");
    }

    private static List<BrutePause> pauses(BruteLife life, List<BruteStep> steps) {
        List<BrutePause> pauses = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            BruteStep step = steps.get(i);
            if (step.kind().pauses() && decision(life, step).counts()) {
                // Only what ends a pause may follow it.
                pauses.add(new BrutePause(
                        step.at(), i + 1 < steps.size() ? steps.get(i + 1).at() : null));
            }
        }
        return pauses;
    }

    boolean closed() {
        return closedAt != null;
    }

    Instant closedAtOrThrow() {
        return Objects.requireNonNull(closedAt);
    }

    boolean openAt(Instant t) {
        return receivedAt.isBefore(t) && (closedAt == null || !closedAt.isBefore(t));
    }

    boolean pausedAt(Instant t) {
        return openAt(t) && pausesThatCount.stream().anyMatch(pause -> pause.holdsAt(t));
    }

    boolean overdueAt(Instant t) {
        return openAt(t) && dueAt.isBefore(t) && !pausedAt(t);
    }

    boolean lateAt(Instant t) {
        return overdueAt(t) || ("LATE".equals(timeliness) && t.isAfter(dueAt));
    }

    List<BruteFact> factsOf(String type) {
        return facts.stream().filter(fact -> fact.is(type)).toList();
    }

    boolean hasAny(String type, Predicate<JsonNode> with) {
        return facts.stream().anyMatch(fact -> fact.is(type) && with.test(fact.data()));
    }

    /** The last by time, then position, of those that fit. */
    @Nullable
    BruteFact last(String type, Predicate<BruteFact> fitting) {
        return facts.stream()
                .filter(fact -> fact.is(type) && fitting.test(fact))
                .max(Comparator.comparing(BruteFact::time)
                        .thenComparingLong(fact -> fact.event().position()))
                .orElse(null);
    }
}
