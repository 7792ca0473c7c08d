package hoso.query.snapshot.restatement;

import hoso.query.books.PostingReader;
import hoso.query.feed.EventLog;
import hoso.query.question.KnownReference;
import hoso.query.report.PeriodReport;
import hoso.query.report.Reports;
import hoso.query.report.figure.Cell;
import hoso.query.snapshot.Cause;
import java.util.List;
import java.util.Map;

/**
 * Explains how a frozen report came to what it would say now, in four steps that add up: the rules may be of another
 * edition; the tree may count what was known then elsewhere; and what was published since moved figures, event by event.
 */
public final class Restatements {

    private final Reports reports;
    private final MovingEvents events;
    private final TreeSteps trees;

    public Restatements(Reports reports, PostingReader postings, EventLog log, KnownReference reference) {
        this.reports = reports;
        this.events = new MovingEvents(postings, log);
        this.trees = new TreeSteps(log, reference);
    }

    Restatement of(Compared compared, Listing listing) {
        var comparison = new Comparison(compared, listing);
        countBeforeEvents(compared, comparison);
        events.between(
                compared.thenFrom().position(), compared.nowFrom().position(), comparison.figures(), comparison::add);
        PeriodReport now = reports.report(compared.now(), compared.nowFrom());
        return comparison.endWith(now);
    }

    /** By cause, what moved one figure of the total although no event did since. */
    Map<Cause, Long> beforeEvents(Compared compared, Cell cell) {
        var comparison = new Comparison(compared, Listing.none(cell.name()));
        countBeforeEvents(compared, comparison);
        return comparison.sums(new CellKey(CellKey.TOTAL, cell));
    }

    /** See {@link PostingReader#generation}. */
    int generation() {
        return events.generation();
    }

    /** The events of a stretch that moved one figure of the total. */
    void events(long after, long upTo, Compared compared, Cell cell, MovingEvents.Sink sink) {
        var figures = new MovingEvents.Figures(new Groups(compared.now()), List.of(cell), compared.cuts());
        events.between(after, upTo, figures, sink);
    }

    private void countBeforeEvents(Compared compared, Comparison comparison) {
        comparison.countedAnew(reports.report(compared.then(), compared.thenFrom()));
        for (TreeSteps.Step step : trees.between(compared))
            comparison.countedBy(step, reports.report(step.scene(), compared.thenFrom()));
    }
}
