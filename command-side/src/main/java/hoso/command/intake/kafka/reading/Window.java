package hoso.command.intake.kafka.reading;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What was read and is not done with; bounds what a publisher's messages hold in memory, and what a crash repeats. */
final class Window {

    /** Eight chunks: one is being stored, one judged, and the rest waits while the next messages come from the broker. */
    private static final int MESSAGES_MAX = 1_024;

    /** As many of some kilobytes; of the largest, 64 KiB, two chunks would be too much for many publishers at once. */
    private static final long BYTES_MAX = 4 << 20;

    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    void enter(Taken taken) {
        messages.incrementAndGet();
        bytes.addAndGet(taken.bytes());
    }

    /** By whichever thread learns last that it is done with. */
    void leave(Taken taken) {
        bytes.addAndGet(-taken.bytes());
        messages.decrementAndGet();
    }

    boolean isFull() {
        return messages.get() >= MESSAGES_MAX || bytes.get() >= BYTES_MAX;
    }

    boolean isEmpty() {
        return messages.get() == 0;
    }
}
