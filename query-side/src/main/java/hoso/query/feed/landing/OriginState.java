package hoso.query.feed.landing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an origin stands.
 *
 * @param covered its position up to which everything is in the local order
 * @param landed the newest position that came
 * @param gap where a position is missing while later ones are here; null where none is
 * @param stopped why nothing more is taken from it; null while all is well
 */
public record OriginState(
        String name,
        long covered,
        long landed,
        @Nullable Gap gap,
        @Nullable String stopped) {

    /** Consumers of several partitions are never so far apart. */
    static final Duration GAP_MAX = Duration.ofMinutes(10);

    public record Gap(long missing, Instant since) {}

    /** What somebody has to mend, in one sentence. */
    public Optional<String> trouble(Instant now) {
        if (stopped != null) return Optional.of("origin " + name + ": " + stopped);
        if (gap == null || gap.since().plus(GAP_MAX).isAfter(now)) return Optional.empty();
        return Optional.of("origin " + name + ": position " + gap.missing() + " has been missing since " + gap.since()
                + ", publish it again there (republish --from " + gap.missing() + ")");
    }
}
