package hoso.command.publish;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Wakes the one thread that waits here. Rung again before it was heard it costs the ringer nothing. */
final class Bell {

    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile @Nullable Thread waiting;

    void ring() {
        if (!rung.get() && rung.compareAndSet(false, true)) LockSupport.unpark(waiting);
    }

    /** Waits until it rings, at most so long. */
    void await(long milliseconds) {
        waiting = Thread.currentThread();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        for (long left = until - System.nanoTime(); left > 0 && !rung.get(); left = until - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) return;
            LockSupport.parkNanos(this, left);
        }
        rung.set(false);
    }
}
