package hoso.query.audit.dispute;

import hoso.edge.Caller;
import hoso.event.StoredEvent;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import hoso.query.ledger.Posting;
import hoso.query.question.KnownReference;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.vocabulary.Period;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The frozen reports that say otherwise since a correction: they are never edited, and restated when asked. */
public final class RestatedReports {

    /** The newest of them: whoever needs others asks for the restatements of theirs. */
    private static final int REPORTS_MAX = 100;

    private final Frozen frozen;
    private final KnownReference reference;

    /** Where frozen reports are found. */
    @FunctionalInterface
    public interface Frozen {

        /** The newest of those that may have moved, that are wanted, and that a caller may see. */
        SnapshotList.Found moved(
                SnapshotList.Moved moved, Predicate<SnapshotList.Seen> wanted, int limit, Caller caller);
    }

    public RestatedReports(Frozen frozen, KnownReference reference) {
        this.frozen = frozen;
        this.reference = reference;
    }

    /**
     * Some of them by their ids, the newest first.
     *
     * @param more whether there may be others
     */
    record Restated(List<String> ids, boolean more) {

        private static final Restated NONE = new Restated(List.of(), false);
    }

    /**
     * Those that the caller may see.
     *
     * @param events all of the dossier, in order
     * @param corrections some of them
     */
    Restated of(List<StoredEvent> events, List<StoredEvent> corrections, Caller caller) {
        List<Posted> posted = posted(events, corrections);
        if (posted.isEmpty()) return Restated.NONE;
        SnapshotList.Found found = frozen.moved(
                moved(posted),
                seen -> posted.stream().anyMatch(posting -> restates(posting, seen)),
                REPORTS_MAX,
                caller);
        return new Restated(found.snapshots().stream().map(Snapshot::id).toList(), found.more());
    }

    private SnapshotList.Moved moved(List<Posted> posted) {
        List<Line> lines =
                posted.stream().flatMap(posting -> posting.lines().stream()).toList();
        Set<String> units = lines.stream().map(line -> line.dimensions().unit()).collect(Collectors.toSet());
        Instant first =
                lines.stream().map(Line::at).min(Comparator.naturalOrder()).orElseThrow();
        return new SnapshotList.Moved(
                above(units), VietnamTime.date(first), posted.getLast().position());
    }

    /** What an event posted at its position: at least one line. */
    private record Posted(long position, List<Line> lines) {}

    private static List<Posted> posted(List<StoredEvent> events, List<StoredEvent> corrections) {
        Set<Long> positions = new HashSet<>();
        corrections.forEach(correction -> positions.add(correction.position()));
        List<Posted> posted = new ArrayList<>();
        DossierHistory before = DossierHistory.UNKNOWN;
        for (StoredEvent stored : events) {
            DossierHistory after = before.with(stored.event());
            if (positions.contains(stored.position())) {
                List<Line> lines = Posting.between(Contribution.of(before), Contribution.of(after))
                        .lines();
                if (!lines.isEmpty()) posted.add(new Posted(stored.position(), lines));
            }
            before = after;
        }
        return posted;
    }

    /** Units, and all that they were ever below. */
    private Set<String> above(Set<String> units) {
        ReferenceRegister known = reference.asOf(Long.MAX_VALUE);
        Set<String> above = new HashSet<>();
        var open = new ArrayDeque<>(units);
        while (!open.isEmpty()) {
            String unit = open.poll();
            if (above.add(unit) && known.units().containsKey(unit))
                open.addAll(known.units().get(unit).everUnder());
        }
        return above;
    }

    /** Whether a figure of a report frozen before it would be another. */
    private static boolean restates(Posted posting, SnapshotList.Seen seen) {
        About about = seen.header().about();
        if (posting.position() <= about.position()) return false;
        Instant start = new Period(about.from(), about.to()).start();
        long[] atStart = sumsBefore(posting, start, seen.units());
        long[] atEnd = sumsBefore(posting, seen.header().cut(), seen.units());
        return Cells.all().stream().anyMatch(cell -> cell.value(atStart, atEnd) != 0);
    }

    private static long[] sumsBefore(Posted posting, Instant cut, Set<String> subtree) {
        long[] sums = new long[Measure.all().size()];
        for (Line line : posting.lines())
            if (line.at().isBefore(cut) && subtree.contains(line.dimensions().unit()))
                sums[line.measure().ordinal()] += line.amount();
        return sums;
    }
}
