package hoso.query.feed.landing;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Reads the topic of heads, and keeps the newest of each origin that is taken in. A head whose key is not known here, or whose
 * signature is not good, is passed over: several command sides may write to one topic.
 */
public final class HeadLanding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadLanding.class);

    /** Of each partition at the start: the newest head of an origin covers all before it, and each comes every few seconds. */
    private static final long LOOKED_BACK = 5_000;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MS = 5_000;

    private final Map<String, Object> client;
    private final String topic;
    private final Set<String> origins;
    private final HeadTable table;
    private final Function<String, Optional<VerifyingKey>> keys;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> unknown = new HashSet<>();
    private volatile @Nullable KafkaConsumer<String, String> reading;

    /**
     * @param client how to reach the brokers
     * @param keys the public key of a fingerprint, where it is known
     */
    public HeadLanding(
            Map<String, Object> client,
            String topic,
            Collection<String> origins,
            HeadTable table,
            Function<String, Optional<VerifyingKey>> keys) {
        this.client = Map.copyOf(client);
        this.topic = topic;
        this.origins = Set.copyOf(origins);
        this.table = table;
        this.keys = keys;
        this.thread = Thread.ofPlatform().name("landing-heads").daemon().start(this::run);
    }

    private void run() {
        String told = "";
        while (!closed()) {
            try (var consumer = new KafkaConsumer<>(properties(), new StringDeserializer(), new StringDeserializer())) {
                reading = consumer;
                read(consumer);
            } catch (WakeupException ended) {
                return;
            } catch (KafkaException | DataAccessException away) {
                String why = String.valueOf(away.getMessage());
                if (!why.equals(told)) LOG.warn("heads of origins are not landed: {}", why);
                told = why;
            }
            pause();
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(first.getOrDefault(partition, 0L), end - LOOKED_BACK)));
        while (!closed()) for (var entry : consumer.poll(POLL)) land(entry);
    }

    private void land(ConsumerRecord<String, String> entry) {
        try {
            SignedHead head = SignedHead.read(entry.value());
            if (head.head() instanceof TreeHead.Store store && origins.contains(store.origin()) && isGood(head))
                table.keep(head, store);
        } catch (IllegalArgumentException | NullPointerException none) {
            LOG.warn("no signed head stands at offset {} of {}", entry.offset(), topic);
        }
    }

    private boolean isGood(SignedHead head) {
        Optional<VerifyingKey> key = keys.apply(head.key());
        if (key.isEmpty() && unknown.add(head.key()))
            LOG.warn("heads on {} are signed with a key that is not known here: {}", topic, head.key());
        return key.filter(head::isSignedBy).isPresent();
    }

    /** Of no group: every program keeps the same heads. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(RETRY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<String, String> consumer = reading;
        if (consumer != null) consumer.wakeup();
        try {
            thread.join(RETRY_MS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
