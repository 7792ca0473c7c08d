package hoso.event.wire;

import hoso.event.EventKey;
import hoso.event.Fact;
import hoso.event.Statement;
import hoso.event.Stream;
import java.time.Instant;
import java.util.Map;

/**
 * A CloudEvent of the right shape, before anything is decided.
 *
 * @param texts the free texts taken out of the data, by their path
 */
public record Publication(
        EventKey key,
        EventType type,
        String subject,
        Instant occurredAt,
        Fact fact,
        Statement statement,
        Map<String, String> texts) {

    /** The stream that decides it. */
    public Stream stream() {
        return EventTypes.stream(type, subject);
    }
}
