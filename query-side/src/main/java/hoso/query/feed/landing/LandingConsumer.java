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
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
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

    /** How often it is asked whether the brokers are there, and the topics are the ones that are read. */
    private static final long ASK_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

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
    private final LeftOut leftOut = new LeftOut();
    private volatile boolean closed;

    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private final AtomicReference<LandingStatus> status = new AtomicReference<>(LandingStatus.BEGINNING);

    /**
     * @param writing opens a connection of its own each time
     * @param client how to reach the brokers
     * @param landed called when something has landed
     */
    public LandingConsumer(DataSource writing, Map<String, Object> client, OriginTopics origins, Runnable landed) {
        this.writing = writing;
        this.client = Map.copyOf(client);
        this.origins = origins;
        this.landed = landed;
        this.thread = Thread.ofPlatform().name("landing").daemon().start(this::run);
    }

    public LandingStatus status() {
        return status.get();
    }

    private void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = writing.getConnection();
                    var brokers = new BrokerTopics(client, origins.read());
                    var consumer = new KafkaConsumer<>(
                            LandingSettings.of(client, connection),
                            new StringDeserializer(),
                            new ByteArrayDeserializer())) {
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
                String reason = failure.toString();
                status.updateAndGet(before -> before.waiting(reason));
            }
            if (!closed) pause();
        }
    }

    private void waits(Exception away) {
        String reason = reason(away);
        if (status().reason() == null) LOG.warn("landing waits: {}", reason);
        status.updateAndGet(before -> before.waiting(reason));
    }

    private void reads() {
        if (status().reason() != null) LOG.info("landing goes on");
        status.updateAndGet(LandingStatus::reading);
    }

    /** Kafka's own message is often that something failed, and its cause's what. */
    private static String reason(Exception away) {
        Throwable cause = away.getCause();
        return away instanceof SQLException || cause == null ? away.toString() : cause.toString();
    }

    private void read(Connection connection, BrokerTopics brokers, KafkaConsumer<String, byte[]> consumer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute(TIMEOUTS);
        }
        reading = consumer;
        var ids = new HashMap<>(brokers.ids());
        try (var landing = new LandingBehind(new Landing(connection))) {
            consumer.subscribe(origins.read(), new GoOn(connection, landing, brokers, consumer, origins, ids));
            reads();
            long asked = System.nanoTime();
            while (!closed) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (records.isEmpty()) {
                    landing.settle();
                } else {
                    reads();
                    land(landing, records, ids);
                    // for those who look at the group's lag; what counts is in the database, with what has landed
                    consumer.commitAsync(records.nextOffsets(), (offsets, failure) -> {});
                }
                if (System.nanoTime() - asked < ASK_EVERY_NANOS) continue;
                askAfter(brokers, ids);
                asked = System.nanoTime();
            }
            landing.settle();
        }
    }

    private void landed(int added, int repeats, int foreign) {
        status.updateAndGet(before -> before.and(added, repeats, foreign));
        if (added > 0) landed.run();
    }

    /**
     * The consumer goes on by itself when the brokers are back.
     *
     * @throws KafkaException where a topic was made anew: in the new one it would go on where it was in the old
     */
    private void askAfter(BrokerTopics brokers, Map<String, String> ids) throws InterruptedException {
        try {
            brokers.ids().forEach((topic, id) -> {
                if (!id.equals(ids.getOrDefault(topic, id))) throw new KafkaException(topic + " was made anew");
            });
            reads();
        } catch (ExecutionException away) {
            waits(away);
        }
    }

    private void land(LandingBehind landing, ConsumerRecords<String, byte[]> records, Map<String, String> ids)
            throws SQLException, InterruptedException {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        int foreign = 0;
        for (var record : records) {
            var arrival = Arrival.of(record, origins);
            if (arrival.isPresent()) arrivals.add(arrival.get());
            else if (foreign++ == 0) leftOut.tell(record);
        }
        List<Consumed> read = new ArrayList<>();
        records.nextOffsets()
                .forEach((partition, next) -> read.add(new Consumed(
                        partition.topic(),
                        ids.getOrDefault(partition.topic(), ""),
                        origins.on(partition.topic()),
                        partition.partition(),
                        next.offset())));
        int left = foreign;
        landing.land(arrivals, read, added -> landed(added, arrivals.size() - added, left));
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
