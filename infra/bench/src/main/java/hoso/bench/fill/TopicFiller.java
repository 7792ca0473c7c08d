package hoso.bench.fill;

import hoso.bench.world.Steps;
import hoso.bench.world.World;
import hoso.kafka.BrokerLogin;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends events to a topic as one-stop software would: structured, not compressed, the subject as key. */
public final class TopicFiller implements AutoCloseable {

    /** Fewer and larger requests than Kafka's own: the broker has the disk write each. */
    private static final int BATCH_BYTES = 256 << 10;

    private static final int GATHER_MILLIS = 50;

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public TopicFiller(BrokerLogin login, String topic) {
        this.topic = topic;
        Map<String, Object> properties = new HashMap<>(login.properties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, GATHER_MILLIS);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends the first events of a world, and waits until they lie on the topic. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    public void fill(World world, long events) {
        Steps steps = world.steps();
        for (long event = 0; event < events && steps.hasNext(); event++) {
            Steps.Step step = steps.next();
            producer.send(
                    new ProducerRecord<>(topic, world.id(step.dossier()), world.line(step)), (metadata, failed) -> {
                        if (failed != null) failure.compareAndSet(null, failed);
                    });
        }
        producer.flush();
        if (failure.get() != null) throw new IllegalStateException(topic + " took not all", failure.get());
    }

    @Override
    public void close() {
        producer.close();
    }
}
