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
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Explains why what a snapshot left pending is not what a later report carries over. An explanation is kept and goes on from
 * where it was: a report that is asked for all day costs what has happened since it was asked for last.
 */
public final class Explanations {

    private static final Cell PENDING = Cells.named("pending.total").orElseThrow();

    /** Names of dossiers that are kept, of all explanations: some tens of megabytes. */
    private static final long REMEMBERED_MAX = 400_000;

    /** Events that one question reads at most, which takes a second or two; the next question reads on. */
    private static final long EVENTS_MAX = 1_000_000;

    /** Each reads the journal as fast as it can. */
    private static final int AT_ONCE = 2;

    /** Who asks what another one is just reading waits for it, about as long as that takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RestatementDesk desk;
    private final Restatements restatements;
    private final long eventsMax;
    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final Cache<Asked, Kept> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_MAX)
            .weigher((Asked asked, Kept kept) -> kept.weight())
            .build();

    /**
     * What it depends on.
     *
     * @param generation of the books
     * @param units that the report counts
     * @param position empty for the one that goes along with the newest; one that was passed already has its own
     */
    private record Asked(int generation, long snapshot, Set<String> units, OptionalLong position) {

        Asked at(long passed) {
            return new Asked(generation, snapshot, units, OptionalLong.of(passed));
        }
    }

    /** One that is kept: whoever has the turn reads on, and others are told what was said last. */
    private static final class Kept {
        final ReentrantLock turn = new ReentrantLock();

        @Nullable
        Explanation explanation;

        volatile Explanation.@Nullable Told told;

        boolean reaches(long position) {
            Explanation.Told last = told;
            return last != null && last.position() == position;
        }

        boolean hasPassed(long position) {
            Explanation.Told last = told;
            return last != null && last.position() > position;
        }

        int weight() {
            Explanation.Told last = told;
            long dossiers = last == null
                    ? 0
                    : last.parts().stream().mapToLong(part -> part.dossiers()).sum();
            return 1 + (int) Math.min(dossiers, REMEMBERED_MAX);
        }
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
     */
    Explanation.Told of(Snapshot before, Scene scene, Standpoint standpoint, Effort effort) {
        var newest = new Asked(
                restatements.generation(), before.entry().header().number(), scene.units(), OptionalLong.empty());
        boolean passed = kept(newest).hasPassed(standpoint.position());
        Asked asked = passed ? newest.at(standpoint.position()) : newest;
        Kept kept = kept(asked);
        if (!kept.reaches(standpoint.position())) {
            Compared compared = compared(before, scene, standpoint);
            switch (effort) {
                case BOUNDED -> bounded(asked, kept, compared);
                case WHOLE -> whole(asked, kept, compared);
            }
            if (kept.hasPassed(standpoint.position())) return of(before, scene, standpoint, effort);
        }
        Explanation.Told told = kept.told;
        return told == null ? Explanation.Told.nothing(before.position()) : told;
    }

    private Kept kept(Asked asked) {
        return remembered.get(asked, unseen -> new Kept());
    }

    private Compared compared(Snapshot before, Scene scene, Standpoint standpoint) {
        FrozenReport report = before.report().orElseThrow();
        // causes alone are told of it, added up
        return desk.compared(before, report, scene.question().tree(), report.by(), standpoint, units -> true);
    }

    /** What cannot be read in time is left to the next question. */
    private void bounded(Asked asked, Kept kept, Compared compared) {
        try {
            if (!reading.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
            try {
                if (!kept.turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
                readOn(asked, kept, compared, eventsMax);
            } finally {
                reading.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.UNAVAILABLE, "the service is being stopped");
        }
    }

    private void whole(Asked asked, Kept kept, Compared compared) {
        kept.turn.lock();
        readOn(asked, kept, compared, Long.MAX_VALUE);
    }

    /** Whoever comes here has the turn, and gives it back. */
    private void readOn(Asked asked, Kept kept, Compared compared, long most) {
        try {
            if (kept.hasPassed(compared.nowFrom().position())) return;
            Explanation explanation = kept.explanation == null ? begun(compared) : kept.explanation;
            kept.explanation = null; // what fails halfway must not be counted twice
            read(explanation, compared, most);
            // books that were made anew meanwhile may have posted otherwise
            if (restatements.generation() != asked.generation()) return;
            kept.explanation = explanation;
            kept.told = explanation.told();
            remembered.put(asked, kept); // it weighs more now
        } finally {
            kept.turn.unlock();
        }
    }

    private Explanation begun(Compared compared) {
        return new Explanation(compared.thenFrom().position(), restatements.beforeEvents(compared, PENDING));
    }

    private void read(Explanation explanation, Compared compared, long most) {
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
