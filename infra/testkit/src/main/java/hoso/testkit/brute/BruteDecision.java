package hoso.testkit.brute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one clock step, and recorded: the due instant after it; for a pause whether it counts and what
 * then remains; for a closing the timeliness; for a receipt the rule.
 */
record BruteDecision(
        Instant dueAt,
        boolean counts,
        @Nullable BruteRemainder remaining,
        @Nullable String timeliness,
        @Nullable BruteRule rule) {}
