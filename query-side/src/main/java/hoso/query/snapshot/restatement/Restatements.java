package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.query.books.PostingReader;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.ledger.Contribution;
import hoso.query.question.KnownReference;
import hoso.query.report.PeriodReport;
import hoso.query.report.Reports;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Explains how a frozen report came to what it would say now, in four steps that add up: the rules may be of another
 * edition; the tree may count what was known then elsewhere; and what was published since moved figures, event by event.
 */
public final class Restatements {

    /** Events whose postings are in memory at once: some tens of megabytes. */
    private static final int EVENTS_AT_ONCE = 16_384;

    /** Events of one reading of the log. */
    private static final int READ_AT_ONCE = 512;

    private final Reports reports;
    private final PostingReader postings;
    private final EventLog log;
    private final TreeSteps trees;

    public Restatements(Reports reports, PostingReader postings, EventLog log, KnownReference reference) {
        this.reports = reports;
        this.postings = postings;
        this.log = log;
        this.trees = new TreeSteps(log, reference);
    }

    Restatement of(Compared compared, Listing listing) {
        return new Comparison(compared, listing).restatement();
    }

    /** One comparison while it is made. */
    private final class Comparison {

        private final Compared compared;
        private final Listing listing;
        private final List<Cell> cells;
        private final TreeMap<CellKey, CellMoves> moves = new TreeMap<>();
        private final Map<String, Integer> dossiers = new HashMap<>();

        Comparison(Compared compared, Listing listing) {
            this.compared = compared;
            this.listing = listing;
            this.cells = Cells.all().stream()
                    .filter(cell -> compared.frozen().total().find(cell.name()).isPresent())
                    .filter(cell -> listing.tells(new CellKey(CellKey.TOTAL, cell)))
                    .toList();
        }

        Restatement restatement() {
            Map<CellKey, Long> frozen = frozen();
            Map<CellKey, Long> counted = figures(reports.report(compared.then(), compared.thenFrom()));
            addRules(frozen, counted);
            addTrees(counted);
            addEvents();
            PeriodReport now = reports.report(compared.now(), compared.nowFrom());
            return new Restatement(now, told(frozen, figures(now)));
        }

        private Map<CellKey, Long> frozen() {
            Map<CellKey, Long> frozen = new HashMap<>();
            put(frozen, CellKey.TOTAL, compared.frozen().total());
            for (FrozenGroup group :
                    compared.frozen().groups(compared.then().question().by()))
                put(frozen, group.key(), group.figures());
            return frozen;
        }

        private void put(Map<CellKey, Long> into, String group, FrozenFigures figures) {
            for (Cell cell : cells) {
                long value = figures.cell(cell.name());
                if (value != 0) into.put(new CellKey(group, cell), value);
            }
        }

        private Map<CellKey, Long> figures(PeriodReport report) {
            Map<CellKey, Long> figures = new HashMap<>();
            boolean petitions = report.question().by().countsPetitions();
            for (Cell cell : cells) {
                put(figures, new CellKey(CellKey.TOTAL, cell), report.total().of(cell));
                for (PeriodReport.Group group : report.groups())
                    if (petitions || !cell.countsPetitions())
                        put(
                                figures,
                                new CellKey(group.key(), cell),
                                group.figures().of(cell));
            }
            return figures;
        }

        private static void put(Map<CellKey, Long> into, CellKey key, long value) {
            if (value != 0) into.put(key, value);
        }

        /** What was frozen against what the present rules count as of the same position. */
        private void addRules(Map<CellKey, Long> frozen, Map<CellKey, Long> counted) {
            Cause cause = compared.frozen().edition() == Contribution.EDITION ? Cause.UNEXPLAINED : Cause.EDITION;
            differences(frozen, counted)
                    .forEach((key, difference) -> movesOf(key).add(cause, difference));
        }

        /** The same position by each tree, one after the other. */
        private void addTrees(Map<CellKey, Long> counted) {
            Map<CellKey, Long> before = counted;
            for (TreeSteps.Step step : trees.between(compared)) {
                Map<CellKey, Long> after = figures(reports.report(step.scene(), compared.thenFrom()));
                differences(before, after)
                        .forEach((key, difference) -> movesOf(key).add(moved(step, key.group(), difference)));
                before = after;
            }
        }

        private MovedUnit moved(TreeSteps.Step step, String group, long difference) {
            LoggedEvent made = step.made();
            AcceptedEvent event = made == null ? null : made.read().event();
            return new MovedUnit(
                    made == null ? null : made.position(),
                    event == null ? null : event.statement().type(),
                    event == null ? null : event.subject(),
                    made == null ? null : made.recordedAt(),
                    compared.now().question().tree(),
                    step.owners(group).stream()
                            .map(compared.now().names()::shownUnit)
                            .toList(),
                    difference);
        }

        private void addEvents() {
            var groups = new Groups(compared.now());
            long newest = compared.nowFrom().position();
            for (long after = compared.thenFrom().position(); after < newest; after += EVENTS_AT_ONCE) {
                var posted = new Moves(groups, cells, compared.cuts());
                postings.between(after, Math.min(after + EVENTS_AT_ONCE, newest), posted::line);
                addEvents(posted.moved());
            }
        }

        /** Reads those that moved something: each by itself where they are few, else with those between them. */
        private void addEvents(SortedMap<Long, Map<CellKey, Long>> moved) {
            while (!moved.isEmpty()) {
                long first = moved.firstKey();
                List<LoggedEvent> events = log.after(first - 1, span(moved));
                for (LoggedEvent event : events) {
                    Map<CellKey, Long> differences = moved.get(event.position());
                    if (differences != null) add(event, differences);
                }
                if (events.isEmpty()) return; // what the log lacks is told as unexplained
                moved = moved.tailMap(events.getLast().position() + 1);
            }
        }

        /** As far as one in eight has moved something. */
        private static int span(SortedMap<Long, Map<CellKey, Long>> moved) {
            long first = moved.firstKey();
            int span = 1;
            int seen = 0;
            for (long position : moved.keySet()) {
                seen++;
                if (position - first >= 8L * seen || position - first >= READ_AT_ONCE) break;
                span = (int) (position - first + 1);
            }
            return span;
        }

        private void add(LoggedEvent logged, Map<CellKey, Long> differences) {
            AcceptedEvent event = logged.read().event();
            String dossier = event.subject();
            int number = dossiers.computeIfAbsent(dossier, unseen -> dossiers.size());
            differences.forEach((key, difference) ->
                    movesOf(key).add(dossier, number, movedEvent(logged, event, key.cell(), difference)));
        }

        private MovedEvent movedEvent(LoggedEvent logged, AcceptedEvent event, Cell cell, long difference) {
            return new MovedEvent(
                    logged.position(),
                    event.statement().type(),
                    event.occurredAt(),
                    logged.recordedAt(),
                    event.publisher(),
                    event.key().source(),
                    event.key().id(),
                    EventCause.of(event, cell, compared.cuts().end()),
                    difference);
        }

        private CellMoves movesOf(CellKey key) {
            return moves.computeIfAbsent(key, unseen -> new CellMoves(listing, listing.lists(key)));
        }

        private List<RestatedCell> told(Map<CellKey, Long> frozen, Map<CellKey, Long> now) {
            differences(frozen, now).forEach((key, difference) -> movesOf(key));
            List<RestatedCell> told = new ArrayList<>();
            moves.forEach((key, cell) -> {
                long was = frozen.getOrDefault(key, 0L);
                long is = now.getOrDefault(key, 0L);
                cell.endWith(is - was);
                if (is != was) told.add(cell.told(key, was, is));
            });
            return told;
        }

        private static Map<CellKey, Long> differences(Map<CellKey, Long> before, Map<CellKey, Long> after) {
            Map<CellKey, Long> differences = new HashMap<>();
            before.forEach((key, value) -> differences.merge(key, -value, Long::sum));
            after.forEach((key, value) -> differences.merge(key, value, Long::sum));
            differences.values().removeIf(difference -> difference == 0);
            return differences;
        }
    }
}
