package hoso.query.audit.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has gone silent, as it is answered.
 *
 * @param at the moment that is asked about
 * @param afterWorkingHours without an event, a publisher is silent
 * @param publishers the longest silent first
 * @param more how many come after them; absent where none do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SilenceAnswer(
        Instant at,
        long afterWorkingHours,
        List<Listed> publishers,
        @Nullable Integer more) {

    /** Each has a login or a token of its own: nobody has as many. */
    private static final int PUBLISHERS_MAX = 1_000;

    /**
     * @param publisher the subject of its tokens, or its topic
     * @param longest silence between two events; absent where no working time lay between any
     * @param silentWorkingMinutes from its last event to the moment
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String publisher,
            @Nullable String origin,
            String source,
            long events,
            long firstPosition,
            long lastPosition,
            Instant firstAt,
            Instant lastAt,
            @Nullable Longest longest,
            long silentWorkingMinutes,
            boolean silent) {}

    record Longest(Instant from, Instant to, long workingMinutes) {}

    static SilenceAnswer of(Instant at, Duration most, List<PublisherSilence> publishers) {
        int shown = Math.min(PUBLISHERS_MAX, publishers.size());
        return new SilenceAnswer(
                at,
                most.toHours(),
                publishers.subList(0, shown).stream().map(SilenceAnswer::listed).toList(),
                shown == publishers.size() ? null : publishers.size() - shown);
    }

    private static Listed listed(PublisherSilence publisher) {
        return new Listed(
                publisher.publisher(),
                publisher.origin().isEmpty() ? null : publisher.origin(),
                publisher.source(),
                publisher.events(),
                publisher.firstPosition(),
                publisher.lastPosition(),
                publisher.firstAt(),
                publisher.lastAt(),
                publisher
                        .longest()
                        .map(silence -> new Longest(
                                silence.from(), silence.to(), silence.work().toMinutes()))
                        .orElse(null),
                publisher.since().toMinutes(),
                publisher.silent());
    }
}
