package hoso.testkit.brute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The clock steps of one life, in the order of time: judging a new one, the order of all, and deciding them anew. */
final class BruteTimeline {
    private final List<BruteStep> steps;
    private final Map<BruteStepKey, BruteDecision> recorded;
    private final BruteClock clock;
    private final Function<BruteStep, BruteRule> rules;

    /** {@code rules} tells the rule of a receipt with the procedures now known. */
    BruteTimeline(
            List<BruteStep> steps,
            Map<BruteStepKey, BruteDecision> recorded,
            BruteClock clock,
            Function<BruteStep, BruteRule> rules) {
        this.steps = new ArrayList<>(steps);
        this.steps.sort(BruteStep.ORDER);
        this.recorded = recorded;
        this.clock = clock;
        this.rules = rules;
    }

    BruteTimeline with(BruteStep step) {
        List<BruteStep> more = new ArrayList<>(steps);
        more.add(step);
        return new BruteTimeline(more, recorded, clock, rules);
    }

    BruteTimeline without(long position) {
        List<BruteStep> fewer = new ArrayList<>(steps);
        fewer.removeIf(step -> step.key().position() == position);
        return new BruteTimeline(fewer, recorded, clock, rules);
    }

    boolean startsWith(BruteStep receipt) {
        return steps.getFirst().equals(receipt);
    }

    /** Judges {@code step}, which is not among these, in its own place; before {@code place} decisions are kept. */
    void judge(BruteStep step, BruteStep place) {
        BruteRefusal.when(step.before(steps.getFirst()), "before-receipt");
        BruteState before = BruteState.NOTHING;
        for (BruteStep earlier : steps) {
            if (earlier.before(step)) {
                before = before.after(earlier, decision(before, earlier, place));
            }
        }
        BruteRefusal.when(before.closed(), "already-closed");
        switch (step.kind()) {
            case RECEIVED -> throw new BruteRefusal("already-received");
            case SUPPLEMENT_REQUESTED, SUSPENDED -> BruteRefusal.when(before.pausedBy() != null, "already-paused");
            case SUPPLEMENT_RECEIVED, RESUMED ->
                BruteRefusal.when(before.pausedBy() != step.kind().fitting(), "not-paused");
            case EXTENDED -> judgeExtension(step, before);
            case CLOSED -> {}
        }
    }

    private static void judgeExtension(BruteStep step, BruteState before) {
        Instant dueAt = Objects.requireNonNull(before.dueAt());
        BruteRefusal.when(before.pausedBy() != null, "already-paused");
        BruteRefusal.when(step.at().isAfter(dueAt), "past-due");
        BruteRefusal.when(!BruteJson.instant(step.data().get("dueAt")).isAfter(dueAt), "not-later");
    }

    /** One receipt first, pauses and resumes that fit them alternate, no extension in a pause, one closing, the last. */
    @SuppressWarnings("ReferenceEquality") // the first step itself
    void refuseWrongOrder() {
        BruteStep.Kind pausedBy = null;
        boolean closed = false;
        for (BruteStep step : steps) {
            boolean right = !closed
                    && (step.kind() == BruteStep.Kind.RECEIVED) == (step == steps.getFirst())
                    && (!step.kind().pauses() || pausedBy == null)
                    && (!step.kind().resumes() || pausedBy == step.kind().fitting())
                    && (step.kind() != BruteStep.Kind.EXTENDED || pausedBy == null);
            BruteRefusal.when(!right, "contradicts-history");
            if (step.kind().pauses()) {
                pausedBy = step.kind();
            } else if (step.kind().resumes()) {
                pausedBy = null;
            }
            closed = step.kind() == BruteStep.Kind.CLOSED;
        }
    }

    /** The decisions of the step at {@code place} and of every one after it, anew. */
    Map<BruteStepKey, BruteDecision> decideFrom(BruteStep place) {
        Map<BruteStepKey, BruteDecision> anew = new HashMap<>();
        BruteState state = BruteState.NOTHING;
        for (BruteStep step : steps) {
            BruteDecision decision = decision(state, step, place);
            if (!step.before(place)) {
                anew.put(step.key(), decision);
            }
            state = state.after(step, decision);
        }
        return anew;
    }

    private BruteDecision decision(BruteState before, BruteStep step, BruteStep place) {
        return step.before(place) ? Objects.requireNonNull(recorded.get(step.key())) : decide(before, step);
    }

    private BruteDecision decide(BruteState before, BruteStep step) {
        if (step.kind() == BruteStep.Kind.RECEIVED) {
            BruteRule rule = rules.apply(step);
            Instant dueAt = step.data().has("dueAt")
                    ? BruteJson.instant(step.data().get("dueAt"))
                    : clock.firstDue(rule.processing(), step.at());
            return new BruteDecision(dueAt, false, null, null, rule);
        }
        BruteRule rule = Objects.requireNonNull(before.rule());
        Instant dueAt = Objects.requireNonNull(before.dueAt());
        return switch (step.kind()) {
            case SUPPLEMENT_REQUESTED, SUSPENDED -> {
                boolean counts = !step.at().isAfter(dueAt);
                BruteRemainder remaining = counts ? clock.remainder(rule.processing(), step.at(), dueAt) : null;
                yield new BruteDecision(dueAt, counts, remaining, null, null);
            }
            case SUPPLEMENT_RECEIVED, RESUMED ->
                new BruteDecision(endOfPause(before, rule, dueAt, step.at()), false, null, null, null);
            case EXTENDED -> {
                Instant stated = BruteJson.instant(step.data().get("dueAt"));
                yield new BruteDecision(stated.isAfter(dueAt) ? stated : dueAt, false, null, null, null);
            }
            case CLOSED -> {
                Instant taken = endOfPause(before, rule, dueAt, step.at());
                yield new BruteDecision(taken, false, null, timeliness(step.at(), taken), null);
            }
            case RECEIVED -> throw new IllegalStateException("a receipt has no history");
        };
    }

    /** The due instant after the pause, if there is one that counts, ended at {@code end}; else as it was. */
    private Instant endOfPause(BruteState before, BruteRule rule, Instant dueAt, Instant end) {
        if (!before.inPauseThatCounts()) {
            return dueAt;
        }
        return rule.restarts() && before.pausedBy() == BruteStep.Kind.SUPPLEMENT_REQUESTED
                ? clock.firstDue(rule.processing(), end)
                : clock.resumed(rule.processing(), Objects.requireNonNull(before.remaining()), end);
    }

    private static String timeliness(Instant closedAt, Instant dueAt) {
        if (closedAt.isAfter(dueAt)) {
            return "LATE";
        }
        return BruteJson.localDate(closedAt).isBefore(BruteJson.localDate(dueAt)) ? "EARLY" : "ON_TIME";
    }
}
