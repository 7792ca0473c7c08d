package hoso.command.intake.kafka.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that are ours, and what the broker knows of how far they are done with. What could not be committed is read
 * again, by us or by whoever has the partition next, and found to be a duplicate.
 */
final class Places implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** A broker that is there answers within some milliseconds. */
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(3);

    private final Consumer<byte[], byte[]> consumer;
    private final Runnable settle;
    private final Map<TopicPartition, Place> places = new HashMap<>();
    private boolean committing;
    private @Nullable Exception failure;

    /** @param settle waits, within bounds, until what is on its way is done with */
    Places(Consumer<byte[], byte[]> consumer, Runnable settle) {
        this.consumer = consumer;
        this.settle = settle;
    }

    Place of(TopicPartition partition) {
        return places.computeIfAbsent(partition, Place::new);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> come) {
        come.forEach(partition -> places.put(partition, new Place(partition)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> going) {
        if (places.keySet().stream().noneMatch(going::contains)) return;
        settle.run();
        commitNow();
        onPartitionsLost(going);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        for (TopicPartition partition : gone) {
            Place place = places.remove(partition);
            if (place != null) place.left();
        }
    }

    /** All of them, when there is nothing more to be done with them. */
    void leave() {
        onPartitionsLost(List.copyOf(places.keySet()));
    }

    /** Commits what is done with, without waiting for it. */
    void commitLater() {
        if (failure != null) throw new IllegalStateException("offsets cannot be committed", failure);
        if (committing) return;
        var offsets = uncommitted();
        if (offsets.isEmpty()) return;
        committing = true;
        consumer.commitAsync(offsets, this::committed);
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failed) {
        committing = false;
        if (failed == null) remember(offsets);
        else if (isPassing(failed)) LOG.debug("offsets are committed later", failed);
        else failure = failed;
    }

    private static boolean isPassing(Exception failed) {
        return failed instanceof RetriableException
                || failed instanceof CommitFailedException
                || failed instanceof RebalanceInProgressException;
    }

    /** Commits what is done with, if the broker answers soon. */
    void commitNow() {
        var offsets = uncommitted();
        if (offsets.isEmpty()) return;
        try {
            consumer.commitSync(offsets, COMMIT_WITHIN);
            remember(offsets);
        } catch (KafkaException away) {
            LOG.debug("offsets are not committed", away);
        }
    }

    private void remember(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Place place = places.get(partition);
            if (place != null) place.committed(offset.offset());
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Place place : places.values())
            place.uncommitted().ifPresent(offset -> offsets.put(place.partition(), new OffsetAndMetadata(offset)));
        return offsets;
    }
}
