package hoso.query.snapshot.replay;

import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Folds a log stream by stream: a dossier is in memory while its own events are read and no longer, and contributes once, as
 * it stands in the end. The caller's thread reads, others fold.
 */
final class LogReplay {

    /** Events handed on at once, and more until their last stream ends. */
    private static final int BATCH_EVENTS = 1_024;

    /** Or bytes of them: one event may have 64 KiB. */
    private static final int BATCH_BYTES = 1 << 20;

    /** Batches handed on and not folded yet, for each thread: with them some tens of megabytes at most. */
    private static final int WAITING_MAX = 8;

    private final EventLog log;
    private final int threads;
    private final Supplier<CutSums> sums;
    private final Set<String> units;

    /**
     * @param threads that fold
     * @param sums empty ones, for each thread its own
     * @param units whose dossiers and petitions count
     */
    LogReplay(EventLog log, int threads, Supplier<CutSums> sums, Set<String> units) {
        this.log = log;
        this.threads = threads;
        this.sums = sums;
        this.units = units;
    }

    /**
     * @param progress is told now and then how many events have been handed on; what it throws ends the replay
     */
    Replayed upTo(long position, LongConsumer progress) {
        BlockingQueue<StreamReplay> idle = new LinkedBlockingQueue<>();
        for (int thread = 0; thread < threads; thread++) idle.add(new StreamReplay(units, sums.get()));
        List<StreamReplay> all = List.copyOf(idle);
        try (ExecutorService folding = Executors.newFixedThreadPool(threads, LogReplay::thread)) {
            var reading = new Reading(idle, folding, progress);
            try {
                log.byStream(position, reading::take);
                reading.end();
            } finally {
                folding.shutdownNow();
            }
            return together(all, reading.events);
        }
    }

    private static Thread thread(Runnable task) {
        return Thread.ofPlatform().name("replay").daemon().unstarted(task);
    }

    private static Replayed together(List<StreamReplay> parts, long events) {
        CutSums sums = parts.getFirst().sums();
        List<DamagedEvent> damaged = new ArrayList<>(parts.getFirst().damaged());
        for (StreamReplay part : parts.subList(1, parts.size())) {
            sums.addAll(part.sums());
            damaged.addAll(part.damaged());
        }
        return new Replayed(sums, events, damaged);
    }

    /** Cuts what is read into batches, and waits where too many are not folded yet. */
    private final class Reading {

        private final BlockingQueue<StreamReplay> idle;
        private final ExecutorService folding;
        private final LongConsumer progress;
        private final Deque<CompletableFuture<?>> handedOn = new ArrayDeque<>();
        private List<LoggedEvent> batch = new ArrayList<>(BATCH_EVENTS + 16);
        private long bytes;
        private long events;

        Reading(BlockingQueue<StreamReplay> idle, ExecutorService folding, LongConsumer progress) {
            this.idle = idle;
            this.folding = folding;
            this.progress = progress;
        }

        void take(LoggedEvent event) {
            boolean full = batch.size() >= BATCH_EVENTS || bytes >= BATCH_BYTES;
            if (full && !event.stream().equals(batch.getLast().stream())) handOn();
            batch.add(event);
            bytes += event.size();
        }

        private void handOn() {
            if (handedOn.size() >= WAITING_MAX * threads) await(handedOn.remove());
            List<LoggedEvent> folded = batch;
            handedOn.add(CompletableFuture.runAsync(() -> fold(folded), folding));
            events += folded.size();
            batch = new ArrayList<>(BATCH_EVENTS + 16);
            bytes = 0;
            progress.accept(events);
        }

        /** As many threads as there are sums: one of them is always idle. */
        private void fold(List<LoggedEvent> events) {
            StreamReplay replay = idle.remove();
            try {
                replay.take(events);
            } finally {
                idle.add(replay);
            }
        }

        void end() {
            if (!batch.isEmpty()) handOn();
            handedOn.forEach(LogReplay::await);
        }
    }

    private static void await(CompletableFuture<?> folded) {
        try {
            folded.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
