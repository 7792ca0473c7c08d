package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.Digests;
import hoso.event.wire.PublishedHeaders;
import hoso.testkit.broker.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning as a consumer of another house would. */
final class TopicReader {

    private TopicReader() {}

    /** Everything there is, repeats too, a partition after another. */
    static List<Published> all(String topic) {
        Map<String, Object> properties =
                new HashMap<>(TestBroker.kafka().login().properties());
        properties.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one)))
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            records.sort(Comparator.comparingInt(ConsumerRecord::partition));
            return records.stream().map(TopicReader::published).toList();
        }
    }

    private static Published published(ConsumerRecord<byte[], byte[]> record) {
        var headers = PublishedHeaders.of(
                        name -> record.headers().lastHeader(name).value())
                .orElseThrow();
        assertThat(headers.leaf()).as("%s", headers).isEqualTo(Digests.leaf(record.value()));
        return Published.of(
                headers.origin(), headers.position(), new String(record.key(), StandardCharsets.UTF_8), record.value());
    }

    /** Of one origin, repeats dropped by position, sorted by it; the first of each subject's came in its order. */
    static List<Published> withoutRepeats(String topic, String origin) {
        var seen = new HashSet<Long>();
        var last = new HashMap<String, Long>();
        var kept = new ArrayList<Published>();
        for (var event : all(topic)) {
            if (!event.origin().equals(origin) || !seen.add(event.position())) continue;
            Long before = last.put(event.subject(), event.position());
            if (before != null) assertThat(event.position()).as(event.subject()).isGreaterThan(before);
            kept.add(event);
        }
        kept.sort(Comparator.comparingLong(Published::position));
        return kept;
    }
}
