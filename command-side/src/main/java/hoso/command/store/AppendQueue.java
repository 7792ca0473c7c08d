package hoso.command.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Calls that wait for the one writer, bounded by what they hold in memory. */
final class AppendQueue {

    /** Some 200,000 events, four seconds of the writer's work: who finds it full is told to come again. */
    private static final int BYTES_MAX = 64 << 20;

    /** A call that finds no room gives up before its client does. */
    private static final long ROOM_WITHIN_MS = 5_000;

    /** One transaction: large enough that its flush no longer matters, small enough to take some 40 ms. */
    private static final int BATCH_EVENTS = 2_048;

    /** Large events, too, are to be stored well within the five seconds that a transaction may take. */
    private static final int BATCH_BYTES = 8 << 20;

    /** A third of a flush. Alternated with none on a busy machine: 15 % more with 8 writers, 25 % with 64. */
    private static final long LINGER_NS = 150_000;

    private final LinkedBlockingQueue<AppendCall> calls = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BYTES_MAX);
    private volatile @Nullable EventStoreException closed;
    private @Nullable AppendCall first;
    private int lastCalls;

    void add(AppendCall call) {
        if (!enter(call.bytes())) throw new StoreUnavailable("more waits to be stored than there is room for");
        calls.add(call);
        var reason = closed;
        if (reason != null) refuseAll(reason);
    }

    /** What waits, in the order it came, up to one transaction; waits for the first, at most so long. */
    List<AppendCall> gather(long waitMs) throws InterruptedException {
        var batch = new ArrayList<AppendCall>();
        int events = 0;
        int bytes = 0;
        for (var call = next(waitMs); call != null; call = next(0)) {
            if (batch.isEmpty()) linger();
            events += call.events().size();
            bytes += call.bytes();
            if (!batch.isEmpty() && (events > BATCH_EVENTS || bytes > BATCH_BYTES)) {
                first = call;
                break;
            }
            room.release(call.bytes());
            batch.add(call);
        }
        if (!batch.isEmpty()) lastCalls = batch.size();
        return batch;
    }

    /**
     * Those who were answered a moment ago mostly come again at once: the first of them would be flushed alone, and the
     * others wait for its flush.
     */
    private void linger() {
        if (calls.size() + 1 < lastCalls / 2) LockSupport.parkNanos(LINGER_NS);
    }

    private @Nullable AppendCall next(long waitMs) throws InterruptedException {
        var call = first;
        first = null;
        if (call != null) return call;
        return waitMs > 0 ? calls.poll(waitMs, TimeUnit.MILLISECONDS) : calls.poll();
    }

    /** Nothing waits any more, and nothing will. */
    void close(EventStoreException reason) {
        closed = reason;
        refuseAll(reason);
    }

    /** Called by the writer, or by anybody after it has ended. */
    synchronized void refuseAll(EventStoreException reason) {
        if (first != null) release(first, reason);
        first = null;
        for (var call = calls.poll(); call != null; call = calls.poll()) release(call, reason);
    }

    private void release(AppendCall call, EventStoreException reason) {
        room.release(call.bytes());
        call.refuse(reason);
    }

    private boolean enter(int bytes) {
        boolean interrupted = false;
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ROOM_WITHIN_MS);
        try {
            while (true) {
                try {
                    return room.tryAcquire(bytes, until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
