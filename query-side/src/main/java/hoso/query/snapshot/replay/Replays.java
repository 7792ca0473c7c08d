package hoso.query.snapshot.replay;

import hoso.edge.Bulkhead;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.snapshot.chain.Snapshot;
import java.time.Duration;
import java.util.function.Consumer;

/** Replays snapshots, one at a time: a replay takes all processors, and a second one would only make both slower. */
public final class Replays {

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final SnapshotReplay replay;
    private final Bulkhead turn = new Bulkhead(
            1, () -> Problem.of(ProblemCode.UNAVAILABLE, "another replay runs").retryAfter(COME_AGAIN));
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
        return turn.admit(() -> replay.of(snapshot, now -> {
            progress = now;
            told.accept(now);
        }));
    }
}
