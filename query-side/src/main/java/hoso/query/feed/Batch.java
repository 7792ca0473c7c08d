package hoso.query.feed;

import java.util.List;

/**
 * Events that follow one another without a gap.
 *
 * @param end the place after them
 * @param more whether more is likely to wait: a bound has cut this one off
 */
public record Batch(Place end, List<FedEvent> events, boolean more) {

    public boolean isEmpty() {
        return events.isEmpty();
    }
}
