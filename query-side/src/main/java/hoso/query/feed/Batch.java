package hoso.query.feed;

import java.util.List;

/**
 * Events that follow one another without a gap.
 *
 * @param end the place after them
 */
public record Batch(Place end, List<FedEvent> events) {

    public boolean isEmpty() {
        return events.isEmpty();
    }
}
