package hoso.bench.house;

import hoso.event.StoredEvent;
import hoso.event.wire.StoredEventFormat;
import hoso.kafka.BrokerLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a house publishes from now on, and takes how long after its recording each event comes. */
public final class Arrivals implements AutoCloseable {

    private static final String TOPIC = "hoso.events";
    private static final Duration POLL = Duration.ofMillis(100);

    /** Many times as long as may be between two. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;

    public Arrivals(BrokerLogin login) {
        Map<String, Object> properties = new HashMap<>(login.properties());
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // to seek is only to intend it
    }

    /** Waits for so many. */
    public Latencies read(long events) {
        LongStream.Builder nanos = LongStream.builder();
        long heard = System.nanoTime();
        for (long read = 0; read < events; ) {
            var records = consumer.poll(POLL);
            Instant now = Instant.now();
            for (ConsumerRecord<String, byte[]> record : records) {
                StoredEvent event = StoredEventFormat.read(record.value());
                nanos.add(Duration.between(event.recordedAt(), now).toNanos());
                read++;
            }
            if (!records.isEmpty()) heard = System.nanoTime();
            else if (System.nanoTime() - heard > SILENCE_MAX.toNanos())
                throw new IllegalStateException("only " + read + " of " + events + " events came");
        }
        return Latencies.of(nanos.build());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
