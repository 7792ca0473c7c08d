package hoso.edge.measure;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** A number that costs something to find out: found out when somebody asks, and not more often than this. */
public final class Seldom {

    private final long everyNanos;
    private final DoubleSupplier finding;
    private boolean found;
    private long foundNanos;
    private double last;

    public Seldom(Duration every, DoubleSupplier finding) {
        this.everyNanos = every.toNanos();
        this.finding = finding;
    }

    /** As it was found last. */
    public synchronized double value() {
        if (!found || System.nanoTime() - foundNanos >= everyNanos) {
            last = finding.getAsDouble();
            foundNanos = System.nanoTime();
            found = true;
        }
        return last;
    }
}
