package hoso.query.snapshot.restatement;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.report.Grouping;
import hoso.query.report.ReportQuestion;
import hoso.query.report.Scene;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a snapshot is compared with: the reference data of its own position, and of a newer one. */
public final class RestatementDesk {

    private static final Set<String> PARAMETERS = View.with("by", "tree", "cell", "key", "limit", "after");

    private static final int LIMIT = 100;

    /** A page of dossiers, for each figure. */
    private static final int LIMIT_MAX = 1_000;

    /** Each reads all that was posted since: some seconds where that is millions of events. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many restatements are made at once");
    private final Restatements restatements;
    private final KnownReference reference;
    private final Standpoints standpoints;

    public RestatementDesk(Restatements restatements, KnownReference reference, Standpoints standpoints) {
        this.restatements = restatements;
        this.reference = reference;
        this.standpoints = standpoints;
    }

    /** What a snapshot is compared with, as of a position that is not before its own. */
    Compared compared(
            Snapshot snapshot,
            FrozenReport report,
            LocalDate tree,
            Grouping by,
            Standpoint now,
            Predicate<Set<String>> seen) {
        ReportQuestion then = Snapshot.question(report, snapshot.unit()).by(by);
        Standpoint frozenFrom =
                new Standpoint(report.position(), report.recordedAt().orElse(null), now.now());
        Names names = reference.names(now.position());
        return new Compared(
                report,
                Scene.of(then, reference.asOf(report.position()), reference.names(report.position())),
                frozenFrom,
                Scene.of(then.inTree(tree), reference.asOf(now.position()), names),
                now,
                seen);
    }

    /**
     * As it is asked over the wire: as of the newest position, with the snapshot's own groups and tree, unless said otherwise.
     *
     * @param caller may see the snapshot; whether all that it would now be compared with, is looked at here
     * @throws Problem {@code malformed}, {@code forbidden}, {@code unavailable} where too many ask, or
     *     {@code contradicts-history} where the snapshot cannot be read any more
     */
    public RestatementAnswer answer(Snapshot snapshot, Map<String, List<String>> given, Caller caller) {
        Parameters parameters = Parameters.of(given, PARAMETERS);
        FrozenReport report = snapshot.report()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.CONTRADICTS_HISTORY, "somebody has changed the snapshot beyond reading"));
        Listing listing = listing(parameters);
        Standpoint now = standpoints.of(View.of(parameters));
        if (now.position() < report.position()) throw Parameters.malformed("asOf lies before the snapshot's position");
        LocalDate tree = parameters.date("tree").orElse(report.tree());
        Grouping by = parameters.choice("by", Grouping.class).orElse(report.by());
        var rights = ReadRights.of(caller, reference, standpoints.newest(), now.now());
        Predicate<Set<String>> seen =
                units -> rights.seesAll(units, report.period().to());
        if (!seen.test(reference.asOf(now.position()).tree(tree).subtree(snapshot.unit()))) throw ReadRights.refused();
        return asking.admit(() -> RestatementAnswer.of(
                snapshot, report, restatements.of(compared(snapshot, report, tree, by, now, seen), listing)));
    }

    private static Listing listing(Parameters parameters) {
        Optional<String> cell = parameters.text("cell");
        cell.filter(name -> Cells.ofReports().stream()
                        .noneMatch(known -> known.name().equals(name)))
                .ifPresent(name -> {
                    throw Parameters.malformed("no report has a cell " + Parameters.shortened(name));
                });
        return new Listing(
                parameters.text("key").orElse(CellKey.TOTAL),
                cell,
                parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT),
                parameters.text("after").orElse(""));
    }
}
