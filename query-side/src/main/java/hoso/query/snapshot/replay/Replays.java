package hoso.query.snapshot.replay;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.snapshot.chain.Snapshot;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Replays snapshots, one at a time: a replay takes all processors, and a second one would only make both slower. */
public final class Replays {

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final SnapshotReplay replay;
    private final Semaphore turn = new Semaphore(1);
    private volatile ReplayProgress progress = ReplayProgress.NONE;

    public Replays(SnapshotReplay replay) {
        this.replay = replay;
    }

    /** Of the replay that runs, or ran last. */
    public ReplayProgress progress() {
        return progress;
    }

    /**
     * @param told now and then, on the thread that asks; what it throws ends the replay
     * @throws Problem {@code unavailable}, where another runs
     */
    public ReplayOutcome replay(Snapshot snapshot, Consumer<ReplayProgress> told) {
        if (!turn.tryAcquire())
            throw Problem.of(ProblemCode.UNAVAILABLE, "another replay runs").retryAfter(COME_AGAIN);
        try {
            return replay.of(snapshot, now -> {
                progress = now;
                told.accept(now);
            });
        } finally {
            turn.release();
        }
    }
}
