package hoso.query.snapshot.replay;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.KnownReference;
import hoso.query.question.Positions;
import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.Scene;
import hoso.query.snapshot.chain.Hashes;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Tampering;
import hoso.query.snapshot.content.Differences;
import hoso.query.snapshot.content.Differences.Difference;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.ReportContent;
import hoso.query.snapshot.replay.DamagedEvent.Damage;
import hoso.query.snapshot.replay.ReplayOutcome.Comparison;
import hoso.query.snapshot.replay.ReplayOutcome.Editions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot once more from the log alone, and holds it against what was frozen. */
public final class SnapshotReplay {

    /** More would tell no more. */
    private static final int DIFFERENCES_MAX = 1_000;

    /** Rows of one reading, where a gap is looked for. */
    private static final int READ_AT_ONCE = 513;

    private final EventLog log;
    private final Positions positions;
    private final KnownReference reference;
    private final InstantSource clock;
    private final int edition;
    private final int threads;

    /**
     * @param edition of the ledger's rules in force
     * @param threads that fold
     */
    public SnapshotReplay(
            EventLog log,
            Positions positions,
            KnownReference reference,
            InstantSource clock,
            int edition,
            int threads) {
        this.log = log;
        this.positions = positions;
        this.reference = reference;
        this.clock = clock;
        this.edition = edition;
        this.threads = threads;
    }

    /**
     * @param progress told of now and then; what it throws ends the replay
     */
    ReplayOutcome of(Snapshot snapshot, Consumer<ReplayProgress> progress) {
        long began = System.nanoTime();
        if (snapshot.report().isEmpty()) return outcome(snapshot, Replay.NONE, List.of(), began);
        FrozenReport frozen = snapshot.report().get();
        Replay replay = replay(
                snapshot,
                frozen,
                done -> progress.accept(ReplayProgress.of(done, snapshot.position(), System.nanoTime() - began)));
        List<Difference> differences = replay.content() == null
                ? List.of()
                : Differences.of(frozen, FrozenReport.read(replay.content()), isOfOthers(frozen), DIFFERENCES_MAX);
        return outcome(snapshot, replay, differences, began);
    }

    /**
     * What could be made anew.
     *
     * @param content null where the reference data that it needs cannot be read
     */
    private record Replay(byte @Nullable [] content, long events, List<DamagedEvent> damaged) {

        static final Replay NONE = new Replay(null, 0, List.of());
    }

    private Replay replay(Snapshot snapshot, FrozenReport frozen, LongConsumer progress) {
        List<DamagedEvent> damaged = new ArrayList<>();
        Scene scene = scene(snapshot, frozen, damaged);
        Set<String> units = scene == null ? Set.of() : scene.units();
        List<Instant> cuts = List.of();
        List<Instant> cutsOfTotal = List.of();
        if (scene != null) {
            Cuts ofReport = Cuts.of(scene.question(), clock.instant());
            cuts = ofReport.ascending();
            cutsOfTotal = ReportContent.cutsOfTotals(ofReport, frozen.period());
        }
        Replayed replayed =
                new LogReplay(log, threads, sums(cuts, cutsOfTotal), units).upTo(snapshot.position(), progress);
        damaged.addAll(replayed.damaged());
        if (replayed.events() + log.lost(1, snapshot.position()) < snapshot.position())
            damaged.add(firstMissing(snapshot.position()));
        var books = new ReplayedBooks(snapshot.unit(), units, replayed.sums());
        byte[] content = scene == null
                ? null
                : new ReportContent(books, edition).of(frozen.kind(), scene, standpoint(snapshot.position()));
        return new Replay(content, replayed.events(), damaged);
    }

    private static Supplier<CutSums> sums(List<Instant> cuts, List<Instant> cutsOfTotal) {
        return () -> new CutSums(cuts, cutsOfTotal);
    }

    /**
     * From the reference events of the log; null where one of them cannot be folded or none registers the unit, or where
     * what was frozen, because somebody has changed it, asks what nobody can answer.
     */
    private @Nullable Scene scene(Snapshot snapshot, FrozenReport frozen, List<DamagedEvent> damaged) {
        long position = snapshot.position();
        try {
            KnownReference read = reference.anew();
            var question = Snapshot.question(frozen, snapshot.unit());
            Scene scene = Scene.of(question, read.asOf(position), read.names(position));
            Cuts.of(question, clock.instant());
            return scene.unit().isPresent() ? scene : null;
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.MALFORMED) return null;
            if (!(problem.facts().get("position") instanceof Long at)) throw problem;
            damaged.add(new DamagedEvent(at, Stream.REFERENCE.name(), Damage.UNREADABLE));
            return null;
        }
    }

    private Standpoint standpoint(long position) {
        return new Standpoint(
                position, log.recordedAt(position).orElse(null), clock.instant(), positions.origins(position));
    }

    private DamagedEvent firstMissing(long upTo) {
        long next = 1;
        List<LoggedEvent> events = log.after(0, READ_AT_ONCE);
        while (next <= upTo && !events.isEmpty()) {
            for (LoggedEvent event : events) if (follows(event.position(), next)) next = event.position() + 1;
            boolean gap = events.getLast().position() >= next;
            events = gap ? List.of() : log.after(next - 1, READ_AT_ONCE);
        }
        return new DamagedEvent(next, "", Damage.MISSING);
    }

    /** Whether nothing is missing before a position but what was declared as lost. */
    private boolean follows(long position, long next) {
        return position == next || (position > next && log.lost(next, position - 1) == position - next);
    }

    private boolean isOfOthers(FrozenReport frozen) {
        return frozen.edition() != edition
                || frozen.layout() != ReportContent.LAYOUT
                || !frozen.catalogue().equals(ReportContent.CATALOGUE);
    }

    private ReplayOutcome outcome(Snapshot snapshot, Replay replay, List<Difference> differences, long began) {
        byte[] content = replay.content();
        boolean others = snapshot.report().map(this::isOfOthers).orElse(false);
        boolean same = content != null
                && (others
                        ? differences.isEmpty()
                        : Arrays.equals(content, snapshot.entry().content()));
        double seconds = (System.nanoTime() - began) / 1e9;
        return new ReplayOutcome(
                snapshot.id(),
                same && snapshot.tampering().isEmpty() && replay.damaged().isEmpty(),
                content == null ? null : Hashes.of(content),
                snapshot.entry().header().sha256(),
                replay.events(),
                Math.round(seconds * 1e3) / 1e3,
                Math.round(replay.events() / seconds),
                others ? Comparison.COMMON_CELLS : Comparison.BYTES,
                others ? snapshot.report().map(this::editions).orElse(null) : null,
                snapshot.tampering().stream().map(Tampering::sentence).toList(),
                replay.damaged(),
                differences);
    }

    private Editions editions(FrozenReport frozen) {
        return new Editions(
                frozen.edition(),
                edition,
                frozen.catalogue(),
                ReportContent.CATALOGUE,
                frozen.layout(),
                ReportContent.LAYOUT);
    }
}
