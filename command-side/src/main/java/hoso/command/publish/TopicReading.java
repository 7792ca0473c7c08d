package hoso.command.publish;

import hoso.event.wire.PublishedHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic has been read, and what of that says most of the store: a topic of millions of events is read once, and then
 * only what came since. By one thread.
 */
final class TopicReading {

    private String topicId = "";
    private long[] offsets = new long[EventTopic.PARTITIONS];
    private int losses;
    private @Nullable PublishedHeaders highest;
    private @Nullable PublishedHeaders missing;
    private @Nullable PublishedHeaders differing;

    /** Begins anew where it is another topic, or a shorter one. */
    void begin(String topic, long[] ends) {
        boolean same = topicId.equals(topic);
        for (int number = 0; number < ends.length; number++) same &= offsets[number] <= ends[number];
        if (!same) forget();
        topicId = topic;
    }

    void forget() {
        offsets = new long[EventTopic.PARTITIONS];
        losses = 0;
        highest = null;
        missing = null;
        differing = null;
    }

    /** From where on there is something to read. */
    long from(int partition) {
        return offsets[partition];
    }

    /** What is to be held against the store again: if that fits, all of it does. */
    List<PublishedHeaders> kept() {
        return Stream.of(highest, missing, differing)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The store has it, or has declared it as lost. */
    void fits(PublishedHeaders headers) {
        raise(headers);
        if (headers.equals(missing)) missing = null;
        if (headers.equals(differing)) differing = null;
    }

    /** The store ends before it. */
    void lacks(PublishedHeaders headers) {
        raise(headers);
        if (missing == null || headers.position() < missing.position()) missing = headers;
    }

    /** The store has another event there, or none. */
    void differs(PublishedHeaders headers) {
        raise(headers);
        if (headers.equals(missing)) missing = null;
        if (differing == null || headers.position() < differing.position()) differing = headers;
    }

    private void raise(PublishedHeaders headers) {
        if (highest == null || headers.position() > highest.position()) highest = headers;
    }

    /** Our record says that its store has lost so many spans of positions. */
    void hasLost(int spans) {
        losses = Math.max(losses, spans);
    }

    /** The least incarnation that the store was when it published; 0 where it has lost nothing then. */
    int incarnation() {
        return losses == 0 ? 0 : losses + 1;
    }

    void reached(long[] read) {
        offsets = Arrays.copyOf(read, EventTopic.PARTITIONS);
    }

    /** Whether it stood against the store at the last look. */
    boolean stoodAgainst(PublishedHeaders headers) {
        return headers.equals(missing) || headers.equals(differing);
    }

    /** The newest position of ours; 0 for none. */
    long highest() {
        return highest == null ? 0 : highest.position();
    }

    @Nullable
    PublishedHeaders missing() {
        return missing;
    }

    @Nullable
    PublishedHeaders differing() {
        return differing;
    }
}
