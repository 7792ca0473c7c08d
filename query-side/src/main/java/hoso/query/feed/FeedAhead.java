package hoso.query.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads the next batches while those before are written: so neither waits for the other while it is slower for a while. */
public final class FeedAhead implements AutoCloseable {

    /** Batches that are read and not asked for yet: each is bounded in bytes. */
    private static final int BATCHES_MAX = 4;

    private static final Executor READER =
            task -> Thread.ofPlatform().name("feed-ahead").daemon().start(task);

    private final Feed feed;

    /** One after another, all for as many events. */
    private final Deque<CompletableFuture<Batch>> ahead = new ArrayDeque<>();

    /** Where the first of them begins. */
    private @Nullable Place from;

    /** Of each of them. */
    private int eventsMax;

    public FeedAhead(Feed feed) {
        this.feed = feed;
    }

    /** As {@link Feed#after}; reads on where more is likely to wait. */
    public Batch after(Place place, int eventsMax) {
        if (!place.equals(from) || this.eventsMax != eventsMax) forget();
        this.eventsMax = eventsMax;
        Batch batch = next();
        if (batch == null) batch = feed.after(place, eventsMax);
        if (batch.more()) readOn(batch);
        else forget();
        return batch;
    }

    /** What was read ahead, unless that failed or nothing waited then: it may be otherwise by now. */
    private @Nullable Batch next() {
        CompletableFuture<Batch> begun = ahead.poll();
        if (begun == null) return null;
        try {
            Batch batch = begun.join();
            if (!batch.isEmpty()) return batch;
        } catch (CompletionException failed) {
            // whoever reads now is told if it still does
        }
        forget();
        return null;
    }

    private void readOn(Batch batch) {
        from = batch.end();
        CompletableFuture<Batch> last = ahead.isEmpty() ? CompletableFuture.completedFuture(batch) : ahead.getLast();
        int events = eventsMax;
        while (ahead.size() < BATCHES_MAX) {
            last = last.thenApplyAsync(
                    before -> before.more()
                            ? feed.after(before.end(), events)
                            : new Batch(before.end(), List.of(), false),
                    READER);
            ahead.add(last);
        }
    }

    /** What is being read is read to its end, and nothing after it. */
    private void forget() {
        ahead.forEach(batch -> batch.cancel(false));
        ahead.clear();
        from = null;
    }

    @Override
    public void close() {
        forget();
    }
}
