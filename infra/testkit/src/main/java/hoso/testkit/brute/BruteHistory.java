package hoso.testkit.brute;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges a dossier's event against the history then known, and answers with the decisions it records. */
final class BruteHistory {
    private final BruteClock clock;
    private final BruteProcedures procedures;

    BruteHistory(BruteClock clock, BruteProcedures procedures) {
        this.clock = clock;
        this.procedures = procedures;
    }

    /** The receipt that begins a life. */
    Map<BruteStepKey, BruteDecision> begin(BruteEvent receipt) {
        BruteStep step = BruteFact.of(receipt).steps().getFirst();
        return timeline(List.of(step), Map.of()).decideFrom(step);
    }

    Map<BruteStepKey, BruteDecision> judge(BruteLife life, BruteEvent event) {
        if (BruteStep.isClock(event.type())) {
            return clockFact(life, event);
        }
        return switch (event.type()) {
            case "dossier.disputed", "dossier.dispute-ruled", "dossier.texts-erased" -> Map.of();
            case "dossier.clock-redecided" -> anew(life.steps(), life);
            case "dossier.corrected" -> corrected(life, event);
            case "dossier.voided" -> voided(life, event);
            default -> otherFact(life, event);
        };
    }

    private BruteTimeline timeline(List<BruteStep> steps, Map<BruteStepKey, BruteDecision> recorded) {
        return new BruteTimeline(
                steps,
                recorded,
                clock,
                receipt -> procedures.rule(
                        receipt.data().get("procedure").stringValue(), BruteJson.localDate(receipt.at())));
    }

    /** Those of some steps that do not lie before a place; the order of all must be right. */
    Map<BruteStepKey, BruteDecision> decidedFrom(BruteStep place, List<BruteStep> steps, BruteLife life) {
        BruteTimeline timeline = timeline(steps, life.recorded());
        timeline.refuseWrongOrder();
        return timeline.decideFrom(place);
    }

    Map<BruteStepKey, BruteDecision> anew(List<BruteStep> steps, BruteLife life) {
        BruteTimeline timeline = timeline(steps, life.recorded());
        return timeline.decideFrom(steps.stream().min(BruteStep.ORDER).orElseThrow());
    }

    private Map<BruteStepKey, BruteDecision> clockFact(BruteLife life, BruteEvent event) {
        BruteRefusal.when(event.is("dossier.received"), "already-received");
        List<BruteStep> steps = BruteFact.of(event).steps();
        return placed(timeline(life.steps(), life.recorded()), steps, steps.getFirst());
    }

    /** Each of the steps judged in its own place, the pause first; then the order of all; then decided from the place. */
    private static Map<BruteStepKey, BruteDecision> placed(
            BruteTimeline others, List<BruteStep> steps, BruteStep place) {
        BruteTimeline timeline = others;
        for (BruteStep step : steps) {
            timeline.judge(step, place);
            timeline = timeline.with(step);
        }
        timeline.refuseWrongOrder();
        return timeline.decideFrom(place);
    }

    private Map<BruteStepKey, BruteDecision> corrected(BruteLife life, BruteEvent event) {
        BruteFact before = life.fact(event.data().get("corrects")).orElseThrow();
        BruteFact after = before.corrected(event.data());
        if (!before.isClock() || !moves(before, after)) {
            return Map.of();
        }
        List<BruteStep> steps = after.steps();
        BruteTimeline others =
                timeline(life.steps(), life.recorded()).without(before.event().position());
        if (after.is("dossier.received")) {
            BruteTimeline all = others.with(steps.getFirst());
            BruteRefusal.when(!all.startsWith(steps.getFirst()), "contradicts-history");
            return all.decideFrom(steps.getFirst());
        }
        BruteStep place = Stream.concat(before.steps().stream(), steps.stream())
                .min(BruteStep.ORDER)
                .orElseThrow();
        return placed(others, steps, place);
    }

    /** Whether the correction changes the time, {@code since}, {@code dueAt} or, of a receipt, the procedure. */
    private static boolean moves(BruteFact before, BruteFact after) {
        return !before.time().equals(after.time())
                || differ(before, after, "since")
                || differ(before, after, "dueAt")
                || (before.is("dossier.received")
                        && !before.data().get("procedure").equals(after.data().get("procedure")));
    }

    private static boolean differ(BruteFact before, BruteFact after, String name) {
        if (!before.data().has(name) || !after.data().has(name)) {
            return before.data().has(name) != after.data().has(name);
        }
        return !BruteJson.instant(before.data().get(name))
                .equals(BruteJson.instant(after.data().get(name)));
    }

    @SuppressWarnings("ReferenceEquality") // this very one: two of the same content are two
    private Map<BruteStepKey, BruteDecision> voided(BruteLife life, BruteEvent event) {
        BruteFact fact = life.fact(event.data().get("corrects")).orElseThrow();
        if (!fact.isClock() || fact == life.receipt()) {
            return Map.of();
        }
        BruteTimeline rest =
                timeline(life.steps(), life.recorded()).without(fact.event().position());
        rest.refuseWrongOrder();
        return rest.decideFrom(fact.steps().stream().min(BruteStep.ORDER).orElseThrow());
    }

    private static Map<BruteStepKey, BruteDecision> otherFact(BruteLife life, BruteEvent event) {
        BruteRefusal.when(event.time().isBefore(life.receipt().time()), "before-receipt");
        BruteDossier dossier = BruteDossier.of(life);
        if (event.is("dossier.result-returned")) {
            BruteRefusal.when(!dossier.closed() || event.time().isBefore(dossier.closedAtOrThrow()), "not-closed");
        }
        if (event.is("dossier.apology-issued")) {
            BruteRefusal.when(!dossier.lateAt(event.time()), "not-late");
        }
        return Map.of();
    }
}
