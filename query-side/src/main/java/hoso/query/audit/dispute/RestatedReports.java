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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The frozen reports that say otherwise since a correction: they are never edited, and restated when asked. */
public final class RestatedReports {

    /** The newest of those that may be: whoever needs older ones asks for their restatements. */
    private static final int REPORTS_MAX = 100;

    private final Frozen frozen;
    private final KnownReference reference;

    /** Where frozen reports are found. */
    @FunctionalInterface
    public interface Frozen {

        /** The newest on some units that a caller may see. */
        List<SnapshotList.Seen> newest(Set<String> units, int limit, Caller caller);
    }

    public RestatedReports(Frozen frozen, KnownReference reference) {
        this.frozen = frozen;
        this.reference = reference;
    }

    /**
     * The ids of those that the caller may see, the newest first.
     *
     * @param events all of the dossier, in order
     * @param corrections some of them
     */
    public List<String> of(List<StoredEvent> events, List<StoredEvent> corrections, Caller caller) {
        if (corrections.isEmpty()) return List.of();
        List<Posted> posted = posted(events, corrections);
        Set<String> units = new HashSet<>();
        for (Posted posting : posted)
            for (Line line : posting.lines()) units.add(line.dimensions().unit());
        if (units.isEmpty()) return List.of();
        return frozen.newest(above(units), REPORTS_MAX, caller).stream()
                .filter(seen -> posted.stream().anyMatch(posting -> restates(posting, seen)))
                .map(seen -> Snapshot.id(seen.header()))
                .toList();
    }

    /** What an event posted at its position. */
    private record Posted(long position, List<Line> lines) {}

    private static List<Posted> posted(List<StoredEvent> events, List<StoredEvent> corrections) {
        Set<Long> positions = new HashSet<>();
        corrections.forEach(correction -> positions.add(correction.position()));
        List<Posted> posted = new ArrayList<>();
        DossierHistory before = DossierHistory.UNKNOWN;
        for (StoredEvent stored : events) {
            DossierHistory after = before.with(stored.event());
            if (positions.contains(stored.position()))
                posted.add(new Posted(
                        stored.position(),
                        Posting.between(Contribution.of(before), Contribution.of(after))
                                .lines()));
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
        var period = new Period(about.from(), about.to());
        long[] atStart = sumsBefore(posting, period.start(), seen.units());
        long[] atEnd = sumsBefore(posting, period.end(), seen.units());
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
