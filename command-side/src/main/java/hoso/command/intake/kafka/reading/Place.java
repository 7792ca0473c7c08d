package hoso.command.intake.kafka.reading;

import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition, from when it became ours until it is no longer: how far its messages are done with. For the reading thread;
 * {@link #acknowledged} is called by the producer's.
 */
final class Place {

    private final TopicPartition partition;

    /** Refused, and not yet known to lie on the rejected topic. */
    private final ConcurrentSkipListSet<Long> unacknowledged = new ConcurrentSkipListSet<>();

    /** The first offset that is not judged; -1 where none was. */
    private long next = -1;

    /** What was committed last. */
    private long committed = -1;

    private boolean ours = true;

    Place(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Judged, with all before it. */
    void judged(long offset) {
        next = offset + 1;
    }

    /** Judged, but done with only when it is acknowledged. */
    void refused(long offset) {
        unacknowledged.add(offset);
        judged(offset);
    }

    /** The rejected topic has it. */
    void acknowledged(long offset) {
        unacknowledged.remove(offset);
    }

    /** The first offset that is not done with; empty where that is known to the broker already. */
    OptionalLong uncommitted() {
        var waiting = unacknowledged.isEmpty() ? null : unacknowledged.ceiling(0L);
        long done = waiting == null ? next : waiting;
        return done > committed ? OptionalLong.of(done) : OptionalLong.empty();
    }

    void committed(long offset) {
        committed = Math.max(committed, offset);
    }

    /** The first offset that is not judged; {@code otherwise} where none was. */
    long next(long otherwise) {
        return next < 0 ? otherwise : next;
    }

    /** Another may read it: what is on its way from it is no longer our concern. */
    void left() {
        ours = false;
    }

    boolean isOurs() {
        return ours;
    }
}
