package hoso.command.intake.kafka.reading;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.intake.BulkIntake;
import hoso.command.intake.BulkTally;
import hoso.command.intake.Offer;
import hoso.command.store.StoreUnavailable;
import hoso.edge.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges messages in the order they were taken, in a thread of its own: that of an operating system, which shares the
 * processors with those who serve requests; a virtual one would keep theirs for as long as a backlog lasts.
 */
final class JudgeAhead implements BulkTally, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeAhead.class);

    private static final int MILLIS_BETWEEN_LOOKS = 100;

    /**
     * A message that fails alone, by a fault of ours or of the database, is tried so often, for 5 s in all. Were it never
     * given up it would stop its partition; were it given up at once, a fault that hits every message would empty the topic.
     */
    private static final int ATTEMPTS_MAX = 5;

    private static final int MILLIS_MORE_BETWEEN_ATTEMPTS = 500;

    private final Judging judging;

    /** Bounded by the {@link Window}, as is what follows. */
    private final BlockingQueue<Taken> waiting = new LinkedBlockingQueue<>();

    private final BlockingQueue<Judged> judged = new LinkedBlockingQueue<>();

    /** Handed to be judged and not yet told; in order, for the judging thread alone. */
    private final Deque<Taken> untold = new ArrayDeque<>();

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    JudgeAhead(Judging judging, String name) {
        this.judging = judging;
        this.thread = Thread.ofPlatform().name("judge-of-" + name).start(this::run);
    }

    void judge(Taken taken) {
        waiting.add(taken);
    }

    /**
     * What was judged since, in order; waits for the first, at most so long.
     *
     * @throws StoreUnavailable where the store cannot serve now: nothing more is judged
     */
    List<Judged> judged(long millis) {
        RuntimeException failed = failure;
        List<Judged> told = new ArrayList<>();
        judged.drainTo(told);
        if (!told.isEmpty()) return told;
        if (failed != null) throw failed;
        try {
            Judged first = judged.poll(millis, TimeUnit.MILLISECONDS);
            if (first != null) told.add(first);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        judged.drainTo(told);
        return told;
    }

    private void run() {
        try {
            while (isOpen()) judgeInChunks();
        } catch (StoreUnavailable away) {
            failure = away;
        } catch (Throwable failed) {
            // an Error too: the reading thread must hear of it, or it would wait for ever
            LOG.error("judging ends", failed);
            failure = new IllegalStateException("judging ended: " + failed, failed);
        }
    }

    private void judgeInChunks() throws InterruptedException {
        try (var bulk = new BulkIntake(judging, this, Judging.CHUNK_MAX)) {
            while (isOpen()) {
                Collection<Taken> chunk = chunk(bulk);
                untold.addAll(chunk);
                bulk.judge(chunk.stream().map(Taken::offer).toList());
            }
            bulk.settle();
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException failed) {
            // one of them is to blame; what was stored all the same is a duplicate
            LOG.warn("messages that were judged together failed and are judged one by one: {}", String.valueOf(failed));
            for (Taken next = untold.peek(); next != null && isOpen(); next = untold.peek()) judgeAlone(next);
        }
    }

    /** What waits; where nothing does, what was judged is settled first, so that its dossiers are held no longer. */
    private Collection<Taken> chunk(BulkIntake bulk) throws InterruptedException {
        List<Taken> chunk = new ArrayList<>(Judging.CHUNK_MAX);
        waiting.drainTo(chunk, Judging.CHUNK_MAX);
        if (!chunk.isEmpty()) return chunk;
        bulk.settle();
        Taken first = waiting.poll(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        if (first != null) chunk.add(first);
        return chunk;
    }

    private void judgeAlone(Taken taken) throws InterruptedException {
        for (int attempt = 1; isOpen(); attempt++) {
            try (var bulk = new BulkIntake(judging, this, 1)) {
                bulk.judge(List.of(taken.offer()));
                bulk.settle();
                return;
            } catch (StoreUnavailable away) {
                throw away;
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS_MAX) {
                    giveUp(failed);
                    return;
                }
                closing.await((long) attempt * MILLIS_MORE_BETWEEN_ATTEMPTS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void giveUp(RuntimeException failed) {
        Taken taken = untold.remove();
        LOG.error(
                "{} at {} cannot be judged and is refused",
                taken.place().partition(),
                taken.message().offset(),
                failed);
        judged.add(new Judged.Refused(taken, ProblemCode.INTERNAL.code(), "it could not be judged, by a fault here"));
    }

    @Override
    public void count(Offer.Admitted offer, Verdict verdict) {
        Taken taken = untold.remove();
        judged.add(
                switch (verdict) {
                    case Verdict.Accepted accepted -> new Judged.Accepted(taken);
                    case Verdict.Duplicate duplicate -> new Judged.Duplicate(taken);
                    case Verdict.Refused refused ->
                        new Judged.Refused(
                                taken,
                                refused.refused().code().code(),
                                refused.refused().detail());
                });
    }

    @Override
    public void count(Offer.Refused refused) {
        judged.add(new Judged.Refused(untold.remove(), refused.code().code(), refused.detail()));
    }

    /** What was judged before this was closed, and not asked for yet. */
    List<Judged> left() {
        List<Judged> left = new ArrayList<>();
        judged.drainTo(left);
        return left;
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Waits for what is being judged; what waits is left. */
    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException ending) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
