package hoso.query.snapshot.restatement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.Standpoint;
import hoso.query.report.Joining.Effort;
import hoso.query.report.Scene;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenReport;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Explains why what a snapshot left pending is not what a later report carries over. An explanation is kept and goes on from
 * where it was: a report that is asked for all day costs what has happened since it was asked for last.
 */
public final class Explanations {

    private static final Cell PENDING = Cells.named("pending.total").orElseThrow();

    /** Reports that are asked for again and again: those of a province's offices. */
    private static final int REMEMBERED_MAX = 256;

    /** Events that one question reads at most, which takes a second or two; the next question reads on. */
    private static final long EVENTS_MAX = 1_000_000;

    /** Each reads the journal as fast as it can. */
    private static final int AT_ONCE = 2;

    private final RestatementDesk desk;
    private final Restatements restatements;
    private final long eventsMax;
    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final Cache<Asked, Kept> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    /**
     * What it depends on but for the position.
     *
     * @param units that the report counts
     */
    private record Asked(long snapshot, Set<String> units) {}

    /** One that is kept; empty where nobody has begun it. */
    private static final class Kept {
        final ReentrantLock turn = new ReentrantLock();
        Optional<Explanation> explanation = Optional.empty();
    }

    public Explanations(RestatementDesk desk, Restatements restatements) {
        this(desk, restatements, EVENTS_MAX);
    }

    Explanations(RestatementDesk desk, Restatements restatements, long eventsMax) {
        this.desk = desk;
        this.restatements = restatements;
        this.eventsMax = eventsMax;
    }

    /**
     * As far as the effort goes.
     *
     * @param before a snapshot that can be read
     * @param scene of the later report
     * @throws Problem {@code unavailable}, where all of it is wanted and too many are being explained
     */
    Explanation.Told of(Snapshot before, Scene scene, Standpoint standpoint, Effort effort) {
        if (!reading.tryAcquire()) return busy(before, effort);
        try {
            Kept kept =
                    remembered.get(new Asked(before.entry().header().number(), scene.units()), unseen -> new Kept());
            if (!kept.turn.tryLock()) return busy(before, effort);
            try {
                return explained(kept, before, scene, standpoint, effort);
            } finally {
                kept.turn.unlock();
            }
        } finally {
            reading.release();
        }
    }

    private static Explanation.Told busy(Snapshot before, Effort effort) {
        if (effort == Effort.BOUNDED) return Explanation.Told.nothing(before.position());
        throw Problem.of(ProblemCode.UNAVAILABLE, "others ask why periods do not join: come again");
    }

    /** Of a position before the one that was last asked about, it is made for this question alone. */
    private Explanation.Told explained(Kept kept, Snapshot before, Scene scene, Standpoint standpoint, Effort effort) {
        FrozenReport report = before.report().orElseThrow();
        Compared compared = desk.compared(before, report, scene.question().tree(), report.by(), standpoint);
        boolean later = kept.explanation
                .map(known -> known.position() <= standpoint.position())
                .orElse(true);
        Explanation explanation = kept.explanation.filter(known -> later).orElseGet(() -> begun(compared));
        if (later) kept.explanation = Optional.empty(); // what fails halfway must not be counted twice
        readOn(explanation, compared, effort == Effort.WHOLE ? Long.MAX_VALUE : eventsMax);
        if (later) kept.explanation = Optional.of(explanation);
        return explanation.told();
    }

    private Explanation begun(Compared compared) {
        return new Explanation(compared.thenFrom().position(), restatements.beforeEvents(compared, PENDING));
    }

    private void readOn(Explanation explanation, Compared compared, long most) {
        long from = explanation.position();
        long to = from + Math.min(most, compared.nowFrom().position() - from);
        var total = new CellKey(CellKey.TOTAL, PENDING);
        restatements.events(from, to, compared, PENDING, (event, differences) -> {
            Long difference = differences.get(total);
            if (difference != null)
                explanation.add(event, PENDING, compared.cuts().end(), difference);
        });
        explanation.upTo(to);
    }
}
