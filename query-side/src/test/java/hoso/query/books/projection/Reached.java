package hoso.query.books.projection;

import java.time.Duration;

/** Waits for a projector. */
public final class Reached {

    private static final long LOOK_EVERY_MILLIS = 2;

    private Reached() {}

    /** Whether the live books reach a position in time. */
    public static boolean position(Projector projector, long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (projector.projected() < position) {
                if (System.nanoTime() > deadline) return false;
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
