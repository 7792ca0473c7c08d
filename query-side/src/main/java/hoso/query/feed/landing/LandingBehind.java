package hoso.query.feed.landing;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lands one batch while the next is being fetched and checked; one at a time, in order. Without it either the processor or
 * the disk waits for the other. For one thread.
 */
final class LandingBehind implements AutoCloseable {

    private final Landing landing;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("landing-writer").daemon().factory());
    private @Nullable Future<?> under;

    LandingBehind(Landing landing) {
        this.landing = landing;
    }

    /**
     * Begins to land a batch, when the one before has landed.
     *
     * @param landed told, on another thread, how many were not there before
     * @throws SQLException where the one before could not
     */
    void land(List<Arrival> arrivals, List<Consumed> read, IntConsumer landed)
            throws SQLException, InterruptedException {
        settle();
        under = writer.submit(() -> {
            landed.accept(landing.land(arrivals, read));
            return null;
        });
    }

    /**
     * Waits until all has landed; nobody else uses the connection from then on.
     *
     * @throws SQLException where it could not; whoever begins again reads it again
     */
    void settle() throws SQLException, InterruptedException {
        Future<?> last = under;
        if (last == null) return;
        try {
            last.get();
            under = null;
        } catch (ExecutionException failed) {
            under = null;
            switch (failed.getCause()) {
                case SQLException away -> throw away;
                case null, default -> throw new IllegalStateException("a batch cannot be landed", failed.getCause());
            }
        }
    }

    /** Lets go; what is under way comes to its end, for which the connection is still needed. */
    @Override
    public void close() {
        writer.close();
    }
}
