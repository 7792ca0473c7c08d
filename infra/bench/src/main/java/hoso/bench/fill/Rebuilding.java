package hoso.bench.fill;

import hoso.bench.house.Computed;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.ProjectorStatus;
import hoso.query.books.projection.Rebuild;
import hoso.query.books.projection.RebuildProgress;
import hoso.query.feed.store.StoredLog;
import java.time.Duration;

/** Runs the projector in this JVM, since a rebuild is an operator's order and no question over HTTP. */
public final class Rebuilding {

    private static final Duration CATCH_UP_WITHIN = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 10;

    private Rebuilding() {}

    /**
     * How long it took.
     *
     * @param built until all events were in the new books
     * @param live until these had been compared with the old ones and had taken their place
     * @param computed by this JVM and the database until they were built
     */
    public record Took(long events, Duration built, Duration live, Computed computed) {}

    /** Rebuilds the books of a house whose live ones are made first where they lag behind. */
    public static Took run(StoppedHouse house) throws InterruptedException {
        var log = new StoredLog(house.reading());
        long head = log.head();
        try (var projector = new Projector(house.writing(), house.reading(), log)) {
            projector.start();
            while (projector.status().phase() != ProjectorStatus.Phase.PROJECTING) Thread.sleep(LOOK_EVERY_MILLIS);
            awaitProjected(projector, head);
            Computed before = house.computed();
            Computed computed = before;
            long began = System.nanoTime();
            projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
            Duration built = null;
            RebuildProgress progress = projector.status().rebuild();
            while (progress.running()) {
                if (built == null && progress.done() >= head) {
                    built = since(began);
                    computed = house.computed().since(before);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
                progress = projector.status().rebuild();
            }
            if (!progress.outcome().equals("the new books are live"))
                throw new IllegalStateException(progress.outcome());
            Duration live = since(began);
            return new Took(head, built == null ? live : built, live, computed);
        }
    }

    private static void awaitProjected(Projector projector, long head) throws InterruptedException {
        long began = System.nanoTime();
        while (projector.projected() < head) {
            if (since(began).compareTo(CATCH_UP_WITHIN) > 0)
                throw new IllegalStateException("the live books did not catch up: " + projector.status());
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
