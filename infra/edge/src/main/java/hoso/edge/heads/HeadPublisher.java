package hoso.edge.heads;

import hoso.edge.kafka.KeptTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the newest head onto the topic of heads, where it can no longer be taken back by whoever keeps the store. Heads that were
 * signed while the broker was away are passed over: the newest covers all that they do.
 */
public final class HeadPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadPublisher.class);

    /** Heads come a few times a minute, and stand in one order. */
    private static final int PARTITIONS = 1;

    private static final int HEAD_BYTES_MAX = 64 << 10;
    private static final int ANSWER_WITHIN_MS = 8_000;
    private static final long RETRY_MS = 5_000;

    /** What was signed last is worth a moment at the end; the next start would publish it too. */
    private static final long CLOSE_MS = 3_000;

    /**
     * How far it is.
     *
     * @param topic that heads go to
     * @param published whether the newest head is there
     * @param reason why it is not, where somebody knows
     */
    public record Status(
            String topic, boolean published, @Nullable String reason) {}

    private record Offered(String key, String line) {}

    private final KeptTopic topic;
    private final Thread thread;
    private @Nullable Offered newest;
    private @Nullable Offered sent;
    private @Nullable String reason;
    private boolean closing;
    private @Nullable KafkaProducer<String, String> producer;

    private HeadPublisher(KeptTopic topic) {
        this.topic = topic;
        this.thread = Thread.ofPlatform().name("hoso-heads-publisher").daemon().unstarted(this::run);
    }

    /** @param client how to reach the broker, as every client of Kafka takes it */
    public static HeadPublisher open(Map<String, Object> client, String topic) {
        var publisher = new HeadPublisher(new KeptTopic(topic, PARTITIONS, HEAD_BYTES_MAX, client));
        publisher.thread.start();
        return publisher;
    }

    /**
     * To be published as soon as the broker answers; nobody waits for that.
     *
     * @param key whose head it is
     */
    public synchronized void offer(String key, String line) {
        newest = new Offered(key, line);
        notifyAll();
    }

    public synchronized Status status() {
        return new Status(topic.name(), newest != null && newest.equals(sent), reason);
    }

    private void run() {
        try {
            while (true) {
                Offered next = awaitNext();
                if (next == null || (!publish(next) && closesBeforeRetry())) break;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
        }
    }

    private synchronized @Nullable Offered awaitNext() throws InterruptedException {
        while (!closing && (newest == null || newest.equals(sent))) wait();
        return newest != null && newest.equals(sent) ? null : newest;
    }

    private boolean publish(Offered head) throws InterruptedException {
        try {
            if (producer == null) producer = opened();
            producer.send(new ProducerRecord<>(topic.name(), head.key(), head.line()))
                    .get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
            sent(head);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException | KeptTopic.Unfit failed) {
            failed(failed);
            return false;
        }
    }

    private KafkaProducer<String, String> opened() throws ExecutionException, InterruptedException {
        topic.ensure();
        Map<String, Object> properties = new HashMap<>(topic.client());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_WITHIN_MS);
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private synchronized void sent(Offered head) {
        sent = head;
        reason = null;
    }

    private void failed(Exception failure) {
        letGo();
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        told(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    private synchronized void told(String said) {
        if (!said.equals(reason)) LOG.warn("heads are not published to {}: {}", topic.name(), said);
        reason = said;
    }

    private synchronized boolean closesBeforeRetry() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MS);
        for (long left = RETRY_MS; left > 0 && !closing; left = (until - System.nanoTime()) / 1_000_000) wait(left);
        return closing;
    }

    private void letGo() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MS);
            thread.interrupt();
            thread.join(CLOSE_MS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
