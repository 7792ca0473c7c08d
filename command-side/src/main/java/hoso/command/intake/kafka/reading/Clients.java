package hoso.command.intake.kafka.reading;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.edge.kafka.KafkaSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients of Kafka for one publisher's topics. */
public record Clients(KafkaSettings settings, Publisher publisher) {

    /** A few thousand events: what waits in memory while those before it are judged. The program has 1.5 GB for all of them. */
    private static final int FETCH_BYTES = 2 << 20;

    /** Two or three chunks; more would only stand in the {@link Window}'s way. */
    private static final int POLL_RECORDS = 256;

    /** So long after an instance was killed or frozen another may read in its stead; the store takes as long. */
    private static final int SESSION_MS = 10_000;

    /** A broker starts again within some seconds; tried more often, one that is away for long is only bothered. */
    private static final int RECONNECT_MS = 2_000;

    private static final int ADMIN_MS = 10_000;

    /** A record on the rejected topic: Kafka's bound of a batch by default, twice; the topic itself has the last word. */
    private static final int REQUEST_BYTES = 2 << 20;

    /** A missing topic is to be told of, not waited for. */
    private static final int BLOCK_MS = 5_000;

    private static final int REJECTED_BYTES = 8 << 20;

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = common("reader");
        properties.put("group.id", publisher.group());
        properties.put("enable.auto.commit", false);
        // a group that has no offsets yet, or has been away for longer than they are kept: a repeat does no harm
        properties.put("auto.offset.reset", "earliest");
        properties.put("isolation.level", "read_committed");
        properties.put("allow.auto.create.topics", false);
        properties.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        properties.put("session.timeout.ms", SESSION_MS);
        properties.put("heartbeat.interval.ms", SESSION_MS / 4);
        properties.put("max.poll.records", POLL_RECORDS);
        properties.put("fetch.max.bytes", FETCH_BYTES);
        properties.put("max.partition.fetch.bytes", FETCH_BYTES);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = common("rejecter");
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("max.request.size", REQUEST_BYTES);
        properties.put("buffer.memory", REJECTED_BYTES);
        properties.put("max.block.ms", BLOCK_MS);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For making and looking at topics. */
    public Admin admin() {
        Map<String, Object> properties = common("topics");
        properties.put("request.timeout.ms", ADMIN_MS / 2);
        properties.put("default.api.timeout.ms", ADMIN_MS);
        return Admin.create(properties);
    }

    private Map<String, Object> common(String what) {
        Map<String, Object> properties = settings.properties();
        properties.put("client.id", publisher.inbound() + "-" + what);
        properties.put("reconnect.backoff.max.ms", RECONNECT_MS);
        properties.put("enable.metrics.push", false);
        // nobody asks by JMX, and instances in one program would take each other's names
        properties.put("metric.reporters", List.of());
        return properties;
    }
}
