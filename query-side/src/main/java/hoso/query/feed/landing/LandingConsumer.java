package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics that command sides publish to and lands what comes. Programs on one database share the partitions as
 * consumers of one group; how far each is read is kept in the database, with what was read. While the database or the
 * brokers are away it tries again, from where the database is.
 */
public final class LandingConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LandingConsumer.class);

    /** Some megabytes as a rule: enough that a transaction's cost is lost among theirs. */
    private static final int RECORDS_MAX = 4_096;

    /** Of what is fetched ahead, whatever the number of records. */
    private static final int FETCH_BYTES_MAX = 16 << 20;

    private static final int PARTITION_BYTES_MAX = 4 << 20;

    /** A topic that is made later is found within this time. */
    private static final int METADATA_MILLIS = 10_000;

    /**
     * After so long the partitions of a program that was killed go to the others; Kafka's own 45 s would leave a part of
     * every dossier's events behind. One that is only slow loses nothing by it: how far it had read is in the database.
     */
    private static final int SESSION_MILLIS = 10_000;

    /** What the names of consumer groups begin with, so that they can be granted. */
    private static final String GROUP = "hoso.landing.";

    /** Where nothing comes for so long it is asked whether the brokers are there. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 1_000;

    /** As the sequencer's: what a frozen program had begun does not keep another from landing the same. */
    private static final String TIMEOUTS =
            "SET transaction_timeout = '30s'; SET idle_in_transaction_session_timeout = '5s'";

    private final DataSource writing;
    private final Map<String, Object> client;
    private final OriginTopics origins;
    private final Runnable landed;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private volatile LandingStatus status = LandingStatus.BEGINNING;

    /**
     * @param writing opens a connection of its own each time
     * @param client how to reach the brokers
     * @param landed called when something has landed
     */
    public LandingConsumer(DataSource writing, Map<String, Object> client, OriginTopics origins, Runnable landed) {
        this.writing = writing;
        this.client = settings(client);
        this.origins = origins;
        this.landed = landed;
        this.thread = Thread.ofPlatform().name("landing").daemon().start(this::run);
    }

    private static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES_MAX);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        return settings;
    }

    public LandingStatus status() {
        return status;
    }

    private void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = writing.getConnection();
                    var brokers = new BrokerTopics(client, origins.read());
                    var consumer = new KafkaConsumer<>(
                            inGroup(connection), new StringDeserializer(), new ByteArrayDeserializer())) {
                read(connection, brokers, consumer);
            } catch (WakeupException closing) {
                // the loop asks whether to go on
            } catch (SQLException | KafkaException | ExecutionException away) {
                if (closed) return;
                waits(away);
            } catch (InterruptedException closing) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("landing begins again", failure);
                status = status.waiting(failure.toString());
            }
            if (!closed) pause();
        }
    }

    private void waits(Exception away) {
        String reason = reason(away);
        if (status.reason() == null) LOG.warn("landing waits: {}", reason);
        status = status.waiting(reason);
    }

    private void reads() {
        if (status.reason() != null) LOG.info("landing goes on");
        status = status.reading();
    }

    /** Kafka's own message is often that something failed, and its cause's what. */
    private static String reason(Exception away) {
        Throwable cause = away.getCause();
        return away instanceof SQLException || cause == null ? away.toString() : cause.toString();
    }

    /** Programs on one database are one group, and no others are in it: those would take partitions away from it. */
    private Map<String, Object> inGroup(Connection connection) throws SQLException {
        Map<String, Object> settings = new HashMap<>(client);
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT id FROM landing.house")) {
            row.next();
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP + row.getString(1));
        }
        return settings;
    }

    private void read(Connection connection, BrokerTopics brokers, KafkaConsumer<String, byte[]> consumer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute(TIMEOUTS);
        }
        Origins.takeIn(connection, origins);
        reading = consumer;
        var landing = new Landing(connection);
        var ids = new HashMap<>(brokers.ids());
        consumer.subscribe(origins.read(), new GoOn(connection, brokers, consumer, ids));
        reads();
        long heard = System.nanoTime();
        while (!closed) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                if (System.nanoTime() - heard < SILENCE_NANOS) continue;
                askAfter(brokers);
            } else {
                reads();
                land(landing, records, ids);
                // for those who look at the group's lag: what counts is in the database, it is no matter where this
                // fails
                consumer.commitAsync(offsets(records), (offsets, failure) -> {});
            }
            heard = System.nanoTime();
        }
    }

    /** The consumer goes on by itself when they are back. What they say of topics is of no use: more of old ones may come. */
    private void askAfter(BrokerTopics brokers) throws InterruptedException {
        try {
            brokers.ids();
            reads();
        } catch (ExecutionException away) {
            waits(away);
        }
    }

    private void land(Landing landing, ConsumerRecords<String, byte[]> records, Map<String, String> ids)
            throws SQLException {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        int foreign = 0;
        for (var record : records) {
            var arrival = Arrival.of(record, origins);
            if (arrival.isPresent()) arrivals.add(arrival.get());
            else if (foreign++ == 0)
                LOG.warn(
                        "what no publisher of ours sent is left out: {} partition {} offset {}",
                        record.topic(),
                        record.partition(),
                        record.offset());
        }
        List<Consumed> read = new ArrayList<>();
        offsets(records)
                .forEach((partition, next) -> read.add(new Consumed(
                        partition.topic(),
                        ids.getOrDefault(partition.topic(), ""),
                        partition.partition(),
                        next.offset())));
        int added = landing.land(arrivals, read);
        status = status.more(added, arrivals.size() - added, foreign);
        if (added > 0) landed.run();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(ConsumerRecords<String, byte[]> records) {
        return records.nextOffsets();
    }

    private void pause() {
        try {
            ended.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        ended.countDown();
        KafkaConsumer<String, byte[]> consumer = reading;
        if (consumer != null) consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
