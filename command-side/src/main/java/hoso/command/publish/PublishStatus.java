package hoso.command.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far the events have been published.
 *
 * @param topic that they go to
 * @param origin the name of the store
 * @param state what the publisher of this instance does now
 * @param position up to which every event is on the topic, acknowledged
 * @param head the newest position of the store
 * @param drained whether every event up to the head is on the topic, as only one who publishes can say
 * @param reason why it stands still, where it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishStatus(
        String topic,
        String origin,
        State state,
        long position,
        long head,
        boolean drained,
        @Nullable String reason) {

    /** What a publisher does. */
    public enum State {
        /** Another instance writes, and publishes. */
        STAND_BY,
        /** It looks whether topic and store fit together. */
        COMPARING,
        PUBLISHING,
        /** The broker or the database is away; it goes on by itself. */
        WAITING,
        /** The topic and the store do not fit together; an operator decides. */
        STOPPED
    }
}
