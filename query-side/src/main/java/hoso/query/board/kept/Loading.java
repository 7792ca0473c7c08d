package hoso.query.board.kept;

import java.time.Duration;

/**
 * Whether somebody loads events so fast that what nobody can look at before they are there may wait. It does not wait for
 * ever: who loads for longer shares the machine.
 */
final class Loading {

    /** Thirty times what the offices of a country publish in their hours; a year's events are loaded faster. */
    static final double RATE_MIN = 3_000;

    /** A million events and some more. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final double NANOS_OF_SECOND = 1e9;

    private long position;
    private long nanos;

    /** Since when it has been so fast without a break. */
    private long sinceNanos;

    private boolean fast;

    /** @param nanos as {@link System#nanoTime} tells them, as all others */
    Loading(long position, long nanos) {
        this.position = position;
        this.nanos = nanos;
    }

    /** Looks at how far the books have come since it looked last. */
    boolean isOnAt(long reached, long now) {
        double rate = (reached - position) * NANOS_OF_SECOND / Math.max(1, now - nanos);
        boolean goesOn = fast;
        fast = rate > RATE_MIN;
        if (fast && !goesOn) sinceNanos = nanos;
        position = reached;
        nanos = now;
        return fast && now - sinceNanos < PATIENCE.toNanos();
    }
}
