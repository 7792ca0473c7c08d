package hoso.query.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reads the next batch while the one before is written: reading takes processors, writing mostly waits. */
public final class FeedAhead {

    private final Feed feed;
    private @Nullable Ahead ahead;

    private record Ahead(Place place, int eventsMax, CompletableFuture<Batch> batch) {}

    public FeedAhead(Feed feed) {
        this.feed = feed;
    }

    /** As {@link Feed#after}; begins to read on where the batch is full, so that more is likely to wait. */
    public Batch after(Place place, int eventsMax) {
        Batch batch = batch(place, eventsMax);
        ahead = batch.events().size() < eventsMax ? null : begin(batch.end(), eventsMax);
        return batch;
    }

    private Batch batch(Place place, int eventsMax) {
        Ahead begun = ahead;
        ahead = null;
        if (begun == null || !begun.place().equals(place) || begun.eventsMax() > eventsMax)
            return feed.after(place, eventsMax);
        try {
            return begun.batch().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Ahead begin(Place place, int eventsMax) {
        var batch = CompletableFuture.supplyAsync(
                () -> feed.after(place, eventsMax),
                task -> Thread.ofPlatform().name("feed-ahead").daemon().start(task));
        return new Ahead(place, eventsMax, batch);
    }
}
