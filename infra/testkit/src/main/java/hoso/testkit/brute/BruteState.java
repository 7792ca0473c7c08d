package hoso.testkit.brute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a dossier's clock stands after some of its steps. */
record BruteState(
        @Nullable BruteRule rule,
        @Nullable Instant dueAt,
        BruteStep.@Nullable Kind pausedBy,
        @Nullable BruteRemainder remaining,
        boolean closed) {

    static final BruteState NOTHING = new BruteState(null, null, null, null, false);

    boolean inPauseThatCounts() {
        return pausedBy != null && remaining != null;
    }

    BruteState after(BruteStep step, BruteDecision decision) {
        BruteRule ruleNow = decision.rule() != null ? decision.rule() : rule;
        boolean closedNow = closed || step.kind() == BruteStep.Kind.CLOSED;
        if (step.kind().pauses()) {
            return new BruteState(ruleNow, decision.dueAt(), step.kind(), decision.remaining(), closedNow);
        }
        return step.kind() == BruteStep.Kind.EXTENDED
                ? new BruteState(ruleNow, decision.dueAt(), pausedBy, remaining, closedNow)
                : new BruteState(ruleNow, decision.dueAt(), null, null, closedNow);
    }
}
