package hoso.query.feed.proof;

import hoso.edge.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which logs do not lead to the root that was signed, the last that was found of each origin: all of a log is read to find it out,
 * and asking again makes it no better.
 */
final class Contradictions {

    private final Duration patience;
    private final Map<String, Found> byOrigin = new ConcurrentHashMap<>();

    private record Found(String root, Problem problem, long nanos) {}

    /** @param patience after which a log is read again: somebody may have mended it */
    Contradictions(Duration patience) {
        this.patience = patience;
    }

    /** What was found of an origin's log against this root, not long ago. */
    Optional<Problem> against(String origin, String root) {
        return Optional.ofNullable(byOrigin.get(origin))
                .filter(found -> found.root().equals(root))
                .filter(found -> System.nanoTime() - found.nanos() < patience.toNanos())
                .map(Found::problem);
    }

    void found(String origin, String root, Problem problem) {
        byOrigin.put(origin, new Found(root, problem, System.nanoTime()));
    }
}
