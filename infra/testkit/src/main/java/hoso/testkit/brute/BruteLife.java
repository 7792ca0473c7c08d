package hoso.testkit.brute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One life of a dossier, from its receipt until that is voided: what is left of its accepted events. */
final class BruteLife {
    private final List<BruteEvent> events = new ArrayList<>();
    private final List<BruteFact> facts = new ArrayList<>();
    private final Map<BruteStepKey, BruteDecision> recorded = new HashMap<>();
    private @Nullable BruteEvent endedBy;

    /** All the lives of one dossier, oldest first, from its accepted events alone. */
    static List<BruteLife> of(List<BruteEvent> accepted) {
        List<BruteLife> lives = new ArrayList<>();
        for (BruteEvent event : accepted) {
            if (event.is("dossier.received")) {
                lives.add(new BruteLife());
            }
            lives.getLast().take(event);
        }
        return lives;
    }

    /** The life that has not ended, if there is one. */
    static Optional<BruteLife> present(List<BruteEvent> accepted) {
        List<BruteLife> lives = of(accepted);
        return lives.isEmpty() || lives.getLast().ended() ? Optional.empty() : Optional.of(lives.getLast());
    }

    private void take(BruteEvent event) {
        events.add(event);
        if (BruteFact.isFact(event.type())) {
            facts.add(BruteFact.of(event));
        } else if (event.is("dossier.corrected")) {
            facts.replaceAll(
                    fact -> fact.event().isNamedBy(event.data().get("corrects")) ? fact.corrected(event.data()) : fact);
        } else if (event.is("dossier.voided")) {
            facts.replaceAll(fact -> fact.event().isNamedBy(event.data().get("corrects")) ? fact.taken() : fact);
            if (facts.getFirst().voided()) {
                endedBy = event;
            }
        }
        recorded.putAll(event.decisions());
    }

    boolean ended() {
        return endedBy != null;
    }

    boolean has(BruteEvent event) {
        return events.contains(event);
    }

    /** Whether this event was voided, by itself or with its life; what ended the life was not. */
    @SuppressWarnings("ReferenceEquality") // this very one: two of the same content are two
    boolean hasVoided(BruteEvent event) {
        boolean itself = facts.stream().anyMatch(fact -> fact.event() == event && fact.voided());
        return itself || (ended() && event != endedBy);
    }

    BruteFact receipt() {
        return facts.getFirst();
    }

    /** The facts that stand, in order of position. */
    List<BruteFact> facts() {
        return facts.stream().filter(fact -> !fact.voided()).toList();
    }

    Map<BruteStepKey, BruteDecision> recorded() {
        return recorded;
    }

    List<BruteStep> steps() {
        List<BruteStep> steps = new ArrayList<>();
        facts().forEach(fact -> steps.addAll(fact.steps()));
        steps.sort(BruteStep.ORDER);
        return steps;
    }

    Optional<BruteFact> fact(JsonNode reference) {
        return facts().stream()
                .filter(fact -> fact.event().isNamedBy(reference))
                .findFirst();
    }

    boolean hasDispute(JsonNode reference) {
        return events.stream().anyMatch(event -> event.is("dossier.disputed") && event.isNamedBy(reference));
    }
}
