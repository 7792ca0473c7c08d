package hoso.query.feed.landing;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of heads, and keeps the newest of each origin that is taken in. A head whose key is not known here as that
 * origin's, or whose signature is not good, is passed over: several command sides may write to one topic.
 *
 * <p>The first start reads the topic from its beginning, since an origin may have been quiet for long; each later one goes on
 * where the one before had come to, or at the first head that nothing newer of its origin stands for, as its key was not known.
 * Where what is kept of an origin counts as none, it begins anew: something older stands for it.
 */
public final class HeadLanding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadLanding.class);

    /** Of some hundred bytes each: of those that come at once only the newest of each origin is looked at. */
    private static final int HEADS_AT_ONCE = 5_000;

    /** Somebody who writes under an origin's name with ever other keys must not fill the memory. */
    private static final int WAITING_MAX = 1_000;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MS = 5_000;

    private final Map<String, Object> client;
    private final String topic;
    private final Set<String> origins;
    private final DataSource writing;
    private final HeadTable table;
    private final OriginKeys keys;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> unknown = new HashSet<>();

    /** Of each origin and key that is not known the newest, until a newer one of the origin is kept. */
    private final Map<String, Come> waiting = new HashMap<>();

    private volatile @Nullable KafkaConsumer<String, String> reading;

    /** A head of an origin that is taken in, and where it stands. */
    private record Come(SignedHead head, TreeHead.Store store, int partition, long offset) {

        String origin() {
            return store.origin();
        }
    }

    /**
     * @param client how to reach the brokers
     * @param writing opens a connection of its own each time
     */
    public HeadLanding(
            Map<String, Object> client, String topic, Collection<String> origins, DataSource writing, OriginKeys keys) {
        this.client = Map.copyOf(client);
        this.topic = topic;
        this.origins = Set.copyOf(origins);
        this.writing = writing;
        this.table = new HeadTable(writing, keys);
        this.keys = keys;
        this.thread = Thread.ofPlatform().name("landing-heads").daemon().start(this::run);
    }

    private void run() {
        String told = "";
        while (!closed()) {
            try (var brokers = new BrokerTopics(client, List.of(topic));
                    var consumer =
                            new KafkaConsumer<>(properties(), new StringDeserializer(), new StringDeserializer())) {
                reading = consumer;
                read(brokers, consumer);
            } catch (WakeupException | InterruptedException ended) {
                return;
            } catch (SQLException | ExecutionException | RuntimeException away) {
                String why = String.valueOf(away.getMessage());
                if (!why.equals(told)) LOG.warn("heads of origins are not landed: {}", why);
                told = why;
            }
            pause();
        }
    }

    private void read(BrokerTopics brokers, KafkaConsumer<String, String> consumer)
            throws SQLException, ExecutionException, InterruptedException {
        String id = brokers.ids().get(topic);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (id == null || partitions.isEmpty()) throw new KafkaException("there is no topic " + topic + " yet");
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        if (origins.stream().allMatch(origin -> table.none(origin).isEmpty())) seek(consumer, partitions, id);
        while (!closed()) {
            var records = consumer.poll(POLL);
            if (records.isEmpty()) lookAgain();
            else {
                land(ours(records));
                goOn(records, id);
            }
        }
    }

    /** To where the one before had come. */
    private void seek(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, String id)
            throws SQLException {
        try (Connection connection = writing.getConnection()) {
            for (var partition : partitions)
                Consumed.next(connection, topic, id, believed(), partition.partition())
                        .ifPresent(next -> consumer.seek(partition, next));
        }
    }

    private List<Come> ours(ConsumerRecords<String, String> records) {
        List<Come> come = new ArrayList<>();
        for (var entry : records) {
            try {
                SignedHead head = SignedHead.read(entry.value());
                if (head.head() instanceof TreeHead.Store store && origins.contains(store.origin()))
                    come.add(new Come(head, store, entry.partition(), entry.offset()));
            } catch (IllegalArgumentException | NullPointerException none) {
                LOG.warn("no signed head stands at offset {} of {}", entry.offset(), topic);
            }
        }
        return come;
    }

    /** From the newest: one that is kept stands for those before it. */
    private void land(List<Come> come) {
        Set<String> kept = new HashSet<>();
        for (Come next : come.reversed()) {
            if (kept.contains(next.origin())) continue;
            Optional<VerifyingKey> key = key(next);
            if (key.isEmpty()) waits(next);
            if (key.filter(next.head()::isSignedBy).isEmpty()) continue;
            table.keep(next.head(), next.store());
            kept.add(next.origin());
            waiting.values()
                    .removeIf(before -> before.origin().equals(next.origin()) && before.offset() <= next.offset());
        }
    }

    private Optional<VerifyingKey> key(Come come) {
        return keys.key(come.origin(), come.head().key());
    }

    private void waits(Come come) {
        String key = come.head().key();
        String whose = come.origin() + ' ' + key;
        if (unknown.size() < WAITING_MAX && unknown.add(whose))
            LOG.warn(
                    "heads of {} on {} are signed with a key that is not known as its own: {}",
                    come.origin(),
                    topic,
                    key);
        if (waiting.size() < WAITING_MAX || waiting.containsKey(whose))
            waiting.merge(whose, come, (before, now) -> now.offset() > before.offset() ? now : before);
    }

    /** A key may have come since. */
    private void lookAgain() {
        if (waiting.isEmpty()) return;
        land(waiting.values().stream()
                .sorted(Comparator.comparingLong(Come::offset))
                .toList());
        waiting.values().removeIf(come -> key(come).isPresent());
    }

    /** What was kept is kept: where this is lost, some are looked at twice. */
    private void goOn(ConsumerRecords<String, String> records, String id) throws SQLException {
        try (Connection connection = writing.getConnection()) {
            for (var next : records.nextOffsets().entrySet()) {
                int partition = next.getKey().partition();
                long offset = waiting.values().stream()
                        .filter(come -> come.partition() == partition)
                        .mapToLong(Come::offset)
                        .reduce(next.getValue().offset(), Math::min);
                new Consumed(topic, id, believed(), partition, offset).move(connection);
            }
        }
    }

    /** Heads of others were passed over: whoever takes in others begins anew. */
    private String believed() {
        return String.join(",", new TreeSet<>(origins));
    }

    /** Of no group: every program keeps the same heads. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, HEADS_AT_ONCE);
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
