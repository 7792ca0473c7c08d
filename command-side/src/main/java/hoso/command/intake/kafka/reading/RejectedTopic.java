package hoso.command.intake.kafka.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where a publisher finds what was refused: the message as it was, with headers of ours behind its own that say why, and
 * which it was. They come last, so that whoever asks for the last of a name gets ours also where a refused message is sent
 * again with them.
 */
final class RejectedTopic {

    /** A detail may quote what was sent. */
    private static final int DETAIL_MAX = 1_000;

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> open;
    private @Nullable Producer<byte[], byte[]> producer;
    private final Consumer<Taken> acknowledged;
    private final Queue<Copy> tooLarge = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Exception failure;

    /** How much of a message is there. */
    private enum Part {
        ALL,
        /** Larger than the topic takes: whoever keeps the original finds it by topic, partition and offset. */
        NO_VALUE,
        NOTHING_OF_IT
    }

    private record Copy(Judged.Refused refused, Part part) {}

    /**
     * @param open makes the producer, when the first message is refused: most publishers need none
     * @param acknowledged told of each message that the brokers have; by another thread
     */
    RejectedTopic(String topic, Supplier<Producer<byte[], byte[]>> open, Consumer<Taken> acknowledged) {
        this.topic = topic;
        this.open = open;
        this.acknowledged = acknowledged;
    }

    void send(Judged.Refused refused) {
        send(new Copy(refused, Part.ALL));
    }

    /**
     * Sends again, with less of them, what was too large.
     *
     * @throws IllegalStateException where something could not be sent: it is not acknowledged, and to be read again
     */
    void goOn() {
        for (Copy copy = tooLarge.poll(); copy != null; copy = tooLarge.poll()) send(copy);
        Exception failed = failure;
        if (failed != null) throw new IllegalStateException("refused messages could not be sent to " + topic, failed);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(Copy copy) {
        if (producer == null) producer = open.get();
        producer.send(record(copy), (sent, failed) -> {
            if (failed == null) acknowledged.accept(copy.refused.taken());
            else if (failed instanceof RecordTooLargeException && copy.part != Part.NOTHING_OF_IT)
                tooLarge.add(new Copy(copy.refused, Part.values()[copy.part.ordinal() + 1]));
            else failure = failed;
        });
    }

    private ProducerRecord<byte[], byte[]> record(Copy copy) {
        var original = copy.refused.taken().message();
        boolean some = copy.part != Part.NOTHING_OF_IT;
        var record = new ProducerRecord<byte[], byte[]>(
                topic, some ? original.key() : null, copy.part == Part.ALL ? original.value() : null);
        if (some) original.headers().forEach(record.headers()::add);
        mark(record.headers(), copy);
        return record;
    }

    private static void mark(Headers headers, Copy copy) {
        var original = copy.refused.taken().message();
        String detail = copy.refused.detail();
        add(headers, "code", copy.refused.code());
        add(headers, "detail", detail.length() <= DETAIL_MAX ? detail : detail.substring(0, DETAIL_MAX) + "…");
        add(headers, "topic", original.topic());
        add(headers, "partition", String.valueOf(original.partition()));
        add(headers, "offset", String.valueOf(original.offset()));
        switch (copy.part) {
            case ALL -> {}
            case NO_VALUE -> add(headers, "omitted", "value");
            case NOTHING_OF_IT -> add(headers, "omitted", "key, headers, value");
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("hoso-" + name, value.getBytes(UTF_8));
    }

    /** Waits for what is on its way, as long as the broker answers. */
    void close(Duration within) {
        if (producer != null) producer.close(within);
    }
}
