package hoso.query.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads the next batches while those before are written: so neither waits for the other while it is slower for a while. */
public final class FeedAhead {

    /** Batches that are read and not asked for yet: each is bounded in bytes. */
    private static final int BATCHES_MAX = 4;

    private static final Executor READER =
            task -> Thread.ofPlatform().name("feed-ahead").daemon().start(task);

    private final Feed feed;

    /** One after another, each as large as was last asked for; one that is not full is the last. */
    private final Deque<CompletableFuture<Batch>> ahead = new ArrayDeque<>();

    /** Where the first of them begins, and how large each is. */
    private @Nullable Place from;

    private int eventsMax;

    public FeedAhead(Feed feed) {
        this.feed = feed;
    }

    /** As {@link Feed#after}; reads on where the batch is full, so that more is likely to wait. */
    public Batch after(Place place, int eventsMax) {
        if (!place.equals(from) || this.eventsMax != eventsMax) forget();
        this.eventsMax = eventsMax;
        Batch batch = next(place);
        if (isFull(batch)) readOn(batch);
        else forget();
        return batch;
    }

    private Batch next(Place place) {
        CompletableFuture<Batch> begun = ahead.poll();
        if (begun == null) return feed.after(place, eventsMax);
        try {
            return begun.join();
        } catch (CompletionException failed) {
            forget();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void readOn(Batch batch) {
        from = batch.end();
        CompletableFuture<Batch> last = ahead.isEmpty() ? CompletableFuture.completedFuture(batch) : ahead.getLast();
        while (ahead.size() < BATCHES_MAX) {
            last = last.thenApplyAsync(this::following, READER);
            ahead.add(last);
        }
    }

    private Batch following(Batch batch) {
        return isFull(batch) ? feed.after(batch.end(), eventsMax) : new Batch(batch.end(), List.of());
    }

    private boolean isFull(Batch batch) {
        return batch.events().size() >= eventsMax;
    }

    private void forget() {
        ahead.forEach(batch -> batch.cancel(false));
        ahead.clear();
        from = null;
    }
}
