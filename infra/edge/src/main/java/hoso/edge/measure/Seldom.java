package hoso.edge.measure;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What costs something to find out: found out when somebody asks, and not more often than this. */
public final class Seldom<T> {

    /** Once a scrape, which takes less, and the next comes later: so that several numbers may be of one finding. */
    public static final Duration A_SCRAPE = Duration.ofSeconds(1);

    private final long everyNanos;
    private final Supplier<T> finding;
    private @Nullable Found<T> last;

    private record Found<T>(T value, long nanos) {}

    public Seldom(Duration every, Supplier<T> finding) {
        this.everyNanos = every.toNanos();
        this.finding = finding;
    }

    /** As it was found last; the time that finding takes is not counted. */
    public synchronized T value() {
        Found<T> found = last;
        if (found == null || System.nanoTime() - found.nanos() >= everyNanos) {
            found = new Found<>(finding.get(), System.nanoTime());
            last = found;
        }
        return found.value();
    }
}
