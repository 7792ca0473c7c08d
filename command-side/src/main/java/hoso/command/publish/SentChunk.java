package hoso.command.publish;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Events that were handed to Kafka together, on their way to be acknowledged. */
final class SentChunk implements Callback {

    private final PublishedPlace end;
    private final Runnable whenDone;
    private final Consumer<Exception> whenFailed;
    private final AtomicInteger waiting;

    /** By partition, after the last that was acknowledged; 0 where none was. Written before the count goes down. */
    private final long[] offsets = new long[EventTopic.PARTITIONS];

    /** @param end where the last of them stands */
    SentChunk(PublishedPlace end, int events, Runnable whenDone, Consumer<Exception> whenFailed) {
        this.end = end;
        this.whenDone = whenDone;
        this.whenFailed = whenFailed;
        this.waiting = new AtomicInteger(events);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata record, @Nullable Exception reason) {
        if (reason != null) {
            whenFailed.accept(reason);
            return;
        }
        if (record != null && record.hasOffset()) offsets[record.partition()] = record.offset() + 1;
        if (waiting.decrementAndGet() == 0) whenDone.run();
    }

    boolean isAcknowledged() {
        return waiting.get() == 0;
    }

    PublishedPlace end() {
        return end;
    }

    /** To be asked once all is acknowledged. */
    long[] offsets() {
        return Arrays.copyOf(offsets, offsets.length);
    }
}
