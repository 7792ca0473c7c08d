package hoso.command.store;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * What an event brings to the store beside itself, as one entry of its metadata that never leaves memory.
 *
 * @param decidedWith position of the newest reference event known when the event was decided; 0 for none
 * @param texts its free texts by their path; the event holds their hashes
 * @param placed told the position, once there is one
 */
public record AppendContext(long decidedWith, Map<String, SaltedText> texts, Placed placed) {

    /** The key of the metadata entry. */
    public static final String KEY = "hoso.append";

    static AppendContext of(EventMessage<?> message) {
        if (message.getMetaData().get(KEY) instanceof AppendContext context) return context;
        throw new IllegalArgumentException("an event without " + KEY + " in its metadata: " + message);
    }
}
