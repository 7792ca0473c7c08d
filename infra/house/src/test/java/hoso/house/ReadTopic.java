package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.Digests;
import hoso.event.wire.PublishedHeaders;
import hoso.proof.SignedHead;
import hoso.testkit.broker.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of events as a consumer reads it that drops repeats by origin and position. */
final class ReadTopic {

    private final String origin;
    private final TreeMap<Long, String> leaves = new TreeMap<>();
    private final HashMap<String, Long> lastOfSubject = new HashMap<>();

    private ReadTopic(String origin) {
        this.origin = origin;
    }

    /** The leaves of all that an origin has published, by position; each subject's came in their order. */
    static List<String> leaves(String topic, String origin) {
        var read = new ReadTopic(origin);
        var properties = TestBroker.kafka().login().properties();
        try (var consumer =
                new KafkaConsumer<>(new HashMap<>(properties), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one)))
                consumer.poll(Duration.ofMillis(200)).forEach(read::take);
        }
        assertThat(read.leaves.lastKey()).as("positions are dense").isEqualTo(read.leaves.size());
        return new ArrayList<>(read.leaves.values());
    }

    /** The newest line under each key of a topic of heads. */
    static Map<String, SignedHead> newest(String topic) {
        var properties = TestBroker.kafka().login().properties();
        Map<String, SignedHead> newest = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(new HashMap<>(properties), new StringDeserializer(), new StringDeserializer())) {
            var only = new TopicPartition(topic, 0);
            assertThat(consumer.partitionsFor(topic)).hasSize(1);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end)
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> newest.put(record.key(), SignedHead.read(record.value())));
        }
        return newest;
    }

    /** As {@link StoredLog#leaves} has it. */
    static String leaf(byte[] value) {
        return HexFormat.of().formatHex(Digests.leaf(value));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var headers = PublishedHeaders.of(
                        name -> record.headers().lastHeader(name).value())
                .orElseThrow();
        assertThat(headers.origin()).isEqualTo(origin);
        assertThat(headers.leaf()).as("%s", headers).isEqualTo(Digests.leaf(record.value()));
        String leaf = leaf(record.value());
        String before = leaves.putIfAbsent(headers.position(), leaf);
        if (before != null) {
            assertThat(leaf).as("%s again", headers).isEqualTo(before);
            return;
        }
        Long last = lastOfSubject.put(record.key(), headers.position());
        if (last != null) assertThat(headers.position()).as(record.key()).isGreaterThan(last);
    }
}
