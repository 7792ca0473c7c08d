package hoso.query.audit.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a publisher published under a source, and when not.
 *
 * @param origin where origins are rolled up; empty beside one store
 * @param events how many
 * @param firstAt when its first was recorded, as lastAt
 * @param longest the longest silence between two events; empty where there was no working time between any
 * @param since working time from the last to the moment that is asked about
 * @param silent whether that is more than it may be
 */
record PublisherSilence(
        String origin,
        String publisher,
        String source,
        long events,
        long firstPosition,
        long lastPosition,
        Instant firstAt,
        Instant lastAt,
        Optional<Silence> longest,
        Duration since,
        boolean silent) {

    /**
     * @param work the working time in {@code [from, to)}
     */
    record Silence(Instant from, Instant to, Duration work) {}
}
