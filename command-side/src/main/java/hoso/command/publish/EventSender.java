package hoso.command.publish;

import hoso.event.wire.LostPositions;
import hoso.event.wire.PublishedHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to Kafka, some chunks of them ahead of what is acknowledged.
 *
 * <p>Whatever fails, no event comes onto the topic before an earlier one of its partition: one request is on its way at a
 * time, none of it expires by itself (Kafka's producer would go on with what follows), and the first failure ends all. What
 * was not acknowledged is sent by the next.
 */
final class EventSender implements AutoCloseable {

    /** Longest wait of {@link #send} for room, or for a broker that is known to be there. */
    static final int BLOCKED_MAX_MS = 8_000;

    /** Chunks not acknowledged: some 16,000 events, half a second of work at full speed. */
    private static final int CHUNKS_MAX = 32;

    /** Of what waits in memory for its acknowledgement, whatever the broker does. */
    private static final int BUFFER_BYTES = 16 << 20;

    private static final int BATCH_BYTES = 128 << 10;

    /** Costs client and broker together no more processor time than none, and the topic is kept for ever. */
    private static final String COMPRESSION = "lz4";

    private static final int ANSWER_WITHIN_MS = 8_000;

    /** A broker that acknowledges nothing for so long is away: it is looked for by us, who can say so. */
    private static final long SILENT_MAX_MS = 10_000;

    private final PublishSettings settings;
    private final Runnable whenHeard;
    private final KafkaProducer<String, byte[]> producer;
    private final Deque<SentChunk> sent = new ArrayDeque<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long heardAt = System.nanoTime();

    /** @param whenHeard called by another thread when there may be something to ask about */
    EventSender(PublishSettings settings, Runnable whenHeard) {
        this.settings = settings;
        this.whenHeard = whenHeard;
        Map<String, Object> properties = new HashMap<>(settings.client());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_MAX_MS);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    boolean hasRoom() {
        return sent.size() < CHUNKS_MAX;
    }

    /**
     * What cannot be sent is told by {@link #acknowledged}.
     *
     * @param lost told with each of them
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the chunk is told what became of it
    void send(List<TailedEvent> events, LostPositions lost) {
        if (sent.isEmpty()) heardAt = System.nanoTime();
        var chunk = new SentChunk(events.getLast().place(), events.size(), whenHeard, this::failed);
        sent.add(chunk);
        for (var event : events) {
            // what follows one that was not taken must not be taken either
            if (failure.get() != null) return;
            producer.send(record(event, lost), chunk);
        }
    }

    private ProducerRecord<String, byte[]> record(TailedEvent event, LostPositions lost) {
        var record = new ProducerRecord<>(settings.topic(), event.subject(), event.bytes());
        new PublishedHeaders(settings.origin(), event.position(), event.leaf())
                .asBytes()
                .forEach(record.headers()::add);
        if (!lost.isEmpty()) record.headers().add(LostPositions.HEADER, lost.asBytes());
        return record;
    }

    /** By Kafka's thread, before it sends anything more, or by ours. */
    private void failed(Exception reason) {
        if (!failure.compareAndSet(null, reason)) return;
        producer.close(Duration.ZERO);
        whenHeard.run();
    }

    /**
     * The oldest chunk, once, when all of it is acknowledged.
     *
     * @throws ExecutionException where something never will be
     */
    Optional<SentChunk> acknowledged() throws ExecutionException {
        var oldest = sent.peek();
        if (oldest != null && oldest.isAcknowledged()) {
            heardAt = System.nanoTime();
            return Optional.of(sent.remove());
        }
        var reason = failure.get();
        if (reason instanceof RecordTooLargeException)
            throw new UnfitTopic("an event is larger than the broker takes: " + reason.getMessage());
        if (reason != null) throw new ExecutionException(reason);
        if (oldest != null && System.nanoTime() - heardAt > TimeUnit.MILLISECONDS.toNanos(SILENT_MAX_MS))
            throw new TimeoutException("the broker has acknowledged nothing for " + SILENT_MAX_MS + " ms");
        return Optional.empty();
    }

    boolean isIdle() {
        return sent.isEmpty();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
