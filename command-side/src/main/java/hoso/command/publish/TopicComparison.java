package hoso.command.publish;

import hoso.command.treehead.HeadTable;
import hoso.event.wire.LostPositions;
import hoso.event.wire.PublishedHeaders;
import hoso.proof.Incarnations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Compares what came onto the topic since the place was kept with the store: all of this store's own, however many others
 * publish to the same topic. Everything that was acknowledged must be there, and everything that is there must be stored.
 *
 * <p>It reads what is not committed too: we use no transactions, and another's that never ends would hide what is ours.
 */
final class TopicComparison implements AutoCloseable {

    /** So far back the last event of ours is looked for, to say from where on to publish again; else from the first. */
    private static final long LOOK_BACK = 1_000;

    /** Looked for in the store by one SELECT. */
    private static final int RECORDS_AT_ONCE = 2_000;

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Of a broker that does not send what it says it has. */
    private static final int SILENT_POLLS_MAX = 10;

    private static final int ANSWER_WITHIN_MS = 8_000;

    private final PublishSettings settings;
    private final Connection store;
    private final KafkaConsumer<byte[], byte[]> topic;
    private final List<TopicPartition> partitions;
    private final TopicReading reading;
    private Incarnations incarnations = Incarnations.first();
    private long newest;

    /** @param reading what a comparison before this one has read, which is gone on with */
    TopicComparison(PublishSettings settings, Connection store, TopicReading reading) {
        this.settings = settings;
        this.store = store;
        this.reading = reading;
        this.partitions = IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(settings.topic(), number))
                .toList();
        Map<String, Object> properties = new HashMap<>(settings.client());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        this.topic = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        topic.assign(partitions);
    }

    /**
     * Answers with the offsets up to which all of ours is in the store.
     *
     * @param stillOurs throws where this is not to go on; called again and again
     * @throws UnfitTopic where the two do not fit together
     */
    long[] compare(Kept kept, String topicId, Heartbeat stillOurs) throws SQLException {
        var table = new HeadTable(store);
        incarnations = table.incarnations();
        newest = table.newestPosition();
        long[] ends = ends();
        long[] from = from(kept, topicId, ends, stillOurs);
        reading.begin(topicId, ends);
        checkKept();
        topic.assign(partitions);
        for (var partition : partitions) {
            int number = partition.partition();
            topic.seek(partition, Math.max(from[number], reading.from(number)));
        }
        read(ends, stillOurs);
        if (reading.differing() != null)
            throw new UnfitTopic(
                    has(reading.differing()) + ", and the store has another event there: it was restored to an earlier"
                            + " point and gave positions a second time, or another store has its name; publish all of it"
                            + " under another name (hoso.origin)",
                    reading.highest(),
                    true);
        if (reading.missing() != null)
            throw new UnfitTopic(
                    has(reading.missing()) + ", which the store does not have: it was restored to an earlier point, or"
                            + " another store has its name; put the store right, or name it otherwise (hoso.origin)",
                    reading.highest(),
                    false);
        return ends;
    }

    private void read(long[] ends, Heartbeat stillOurs) throws SQLException {
        int silent = 0;
        while (!reached(ends)) {
            stillOurs.beat();
            var records = topic.poll(POLL);
            List<PublishedHeaders> own = new ArrayList<>();
            for (var record : records)
                own(record).ifPresent(headers -> {
                    own.add(headers);
                    reading.hasLost(lost(record).spans().size());
                });
            checkStored(own);
            reading.reached(partitions.stream().mapToLong(topic::position).toArray());
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent > SILENT_POLLS_MAX) throw new TimeoutException("the broker does not send what it has");
        }
    }

    private String has(PublishedHeaders headers) {
        return "topic " + settings.topic() + " has " + headers;
    }

    private long[] ends() {
        Map<TopicPartition, Long> found = topic.endOffsets(partitions);
        return partitions.stream().mapToLong(found::get).toArray();
    }

    /** Where the comparison begins: where the last one, or what was acknowledged since, ended. */
    private long[] from(Kept kept, String topicId, long[] ends, Heartbeat stillOurs) throws SQLException {
        if (!topicId.equals(kept.topicId())) {
            if (kept.place().position() > 0)
                throw lost(
                        "was made anew since events up to position "
                                + kept.place().position() + " were acknowledged",
                        1);
            return new long[EventTopic.PARTITIONS];
        }
        long[] from = Arrays.copyOf(kept.offsets(), EventTopic.PARTITIONS);
        var shorter = partitions.stream()
                .filter(partition -> ends[partition.partition()] < from[partition.partition()])
                .toList();
        long firstLost = firstLost(shorter, ends, stillOurs);
        if (kept.place().position() >= firstLost)
            throw lost("has lost its last records, though they were acknowledged", firstLost);
        for (int number = 0; number < from.length; number++) from[number] = Math.min(from[number], ends[number]);
        return from;
    }

    private UnfitTopic lost(String what, long from) {
        return new UnfitTopic("topic " + settings.topic() + " " + what
                + ": publish again what it lacks (republish --from " + from + ")");
    }

    /** The position after the last one that each partition still has; the first where that is not found, none where all is. */
    private long firstLost(List<TopicPartition> shorter, long[] ends, Heartbeat stillOurs) throws SQLException {
        long first = Long.MAX_VALUE;
        for (var partition : shorter)
            first = Math.min(first, 1 + lastOwn(partition, ends[partition.partition()], stillOurs));
        return first;
    }

    private long lastOwn(TopicPartition partition, long end, Heartbeat stillOurs) throws SQLException {
        topic.assign(List.of(partition));
        topic.seek(partition, Math.max(0, end - LOOK_BACK));
        long last = 0;
        int silent = 0;
        while (topic.position(partition) < end && silent <= SILENT_POLLS_MAX) {
            stillOurs.beat();
            var records = topic.poll(POLL);
            for (var record : records)
                last = own(record).map(PublishedHeaders::position).orElse(last);
            silent = records.isEmpty() ? silent + 1 : 0;
        }
        return last;
    }

    private boolean reached(long[] ends) {
        return partitions.stream().allMatch(partition -> topic.position(partition) >= ends[partition.partition()]);
    }

    /** Where a record is one of this store; empty for those of others, and for what nobody of us has sent. */
    private Optional<PublishedHeaders> own(ConsumerRecord<byte[], byte[]> record) {
        return PublishedHeaders.of(name -> value(record.headers().lastHeader(name)))
                .filter(headers -> headers.origin().equals(settings.origin()));
    }

    private static LostPositions lost(ConsumerRecord<byte[], byte[]> record) {
        return LostPositions.of(value(record.headers().lastHeader(LostPositions.HEADER)));
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }

    /** Of a store that was put right meanwhile all is read again: the first that it lacked may not be the only one. */
    private void checkKept() throws SQLException {
        var kept = reading.kept();
        var leaves = leaves(kept);
        if (kept.stream().anyMatch(headers -> reading.stoodAgainst(headers) && hasLeaf(headers, leaves)))
            reading.forget();
        else kept.forEach(headers -> check(headers, leaves));
    }

    private void checkStored(List<PublishedHeaders> own) throws SQLException {
        if (own.isEmpty()) return;
        var leaves = leaves(own);
        own.forEach(headers -> check(headers, leaves));
    }

    private Map<Long, byte[]> leaves(List<PublishedHeaders> own) throws SQLException {
        return StoreTail.leaves(
                store, own.stream().map(PublishedHeaders::position).toList());
    }

    /** What a later incarnation has declared as lost stays on the topic for ever. */
    private void check(PublishedHeaders headers, Map<Long, byte[]> leaves) {
        if (hasLeaf(headers, leaves) || incarnations.gapAt(headers.position()).isPresent()) reading.fits(headers);
        else if (headers.position() > newest && !leaves.containsKey(headers.position())) reading.lacks(headers);
        else reading.differs(headers);
    }

    private static boolean hasLeaf(PublishedHeaders headers, Map<Long, byte[]> leaves) {
        return Arrays.equals(headers.leaf(), leaves.get(headers.position()));
    }

    @Override
    public void close() {
        topic.close(CloseOptions.timeout(Duration.ZERO));
    }

    /** Throws where it is not to go on. */
    interface Heartbeat {
        void beat() throws SQLException;
    }
}
