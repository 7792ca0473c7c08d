package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.query.feed.LoggedEvent;
import hoso.query.ledger.Contribution;
import hoso.query.report.PeriodReport;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A frozen report beside what it would say now, while what moved each figure is added up step by step. */
final class Comparison {

    /** Figures that are told: who wants others asks for one cell. */
    private static final int CELLS_MAX = 10_000;

    private final Compared compared;
    private final Listing listing;
    private final List<Cell> cells;
    private final Map<CellKey, Long> frozen = new HashMap<>();
    private final TreeMap<CellKey, CellMoves> moves = new TreeMap<>();
    private final DossierNumbers dossiers = new DossierNumbers();

    /** As the last step has counted them. */
    private Map<CellKey, Long> counted;

    Comparison(Compared compared, Listing listing) {
        this.compared = compared;
        this.listing = listing;
        this.cells = Cells.all().stream()
                .filter(cell -> compared.frozen().total().find(cell.name()).isPresent())
                .filter(cell -> listing.tells(new CellKey(CellKey.TOTAL, cell)))
                .toList();
        take(CellKey.TOTAL, compared.frozen().total());
        for (FrozenGroup group :
                compared.frozen().groups(compared.then().question().by())) take(group.key(), group.figures());
        this.counted = frozen;
    }

    private void take(String group, FrozenFigures figures) {
        for (Cell cell : cells) put(frozen, new CellKey(group, cell), figures.cell(cell.name()));
    }

    /** What events are looked at for. */
    MovingEvents.Figures figures() {
        return new MovingEvents.Figures(new Groups(compared.now()), cells, compared.cuts());
    }

    /** The first step: the present rules count as of the position that the report was frozen at. */
    void countedAnew(PeriodReport report) {
        Cause cause = compared.frozen().edition() == Contribution.EDITION ? Cause.UNEXPLAINED : Cause.EDITION;
        next(report).forEach((key, difference) -> movesOf(key).add(cause, difference));
    }

    /** Another tree counts the same. */
    void countedBy(TreeSteps.Step step, PeriodReport report) {
        next(report)
                .forEach((key, difference) ->
                        movesOf(key).add(MovedUnit.of(step, key.group(), compared.now(), difference)));
    }

    private Map<CellKey, Long> next(PeriodReport report) {
        Map<CellKey, Long> before = counted;
        counted = figures(report);
        return differences(before, counted);
    }

    /** An event since moved some figures. */
    void add(LoggedEvent logged, Map<CellKey, Long> differences) {
        AcceptedEvent event = logged.read().event();
        differences.forEach((key, difference) -> movesOf(key)
                .add(
                        event.subject(),
                        dossiers,
                        MovedEvent.of(
                                logged,
                                event,
                                EventCause.of(event, key.cell(), compared.cuts().end()),
                                difference)));
    }

    /** By cause, how far a figure has been moved until now. */
    Map<Cause, Long> sums(CellKey key) {
        CellMoves moved = moves.get(key);
        return moved == null ? Map.of() : moved.differences();
    }

    /** What all steps came to, held against the report of now. */
    Restatement endWith(PeriodReport report) {
        Map<CellKey, Long> now = figures(report);
        differences(frozen, now).forEach((key, difference) -> movesOf(key));
        List<RestatedCell> told = new ArrayList<>();
        long left = 0;
        for (Map.Entry<CellKey, CellMoves> cell : moves.entrySet()) {
            long was = frozen.getOrDefault(cell.getKey(), 0L);
            long is = now.getOrDefault(cell.getKey(), 0L);
            if (is == was) continue;
            if (told.size() == CELLS_MAX) left++;
            else told.add(cell.getValue().told(cell.getKey(), was, is));
        }
        return new Restatement(report, told, left);
    }

    private CellMoves movesOf(CellKey key) {
        return moves.computeIfAbsent(
                key, unseen -> new CellMoves(listing.lists(key) ? new ListedMoves(listing) : null));
    }

    private Map<CellKey, Long> figures(PeriodReport report) {
        Map<CellKey, Long> figures = new HashMap<>();
        boolean petitions = report.question().by().countsPetitions();
        for (Cell cell : cells) {
            put(figures, new CellKey(CellKey.TOTAL, cell), report.total().of(cell));
            for (PeriodReport.Group group : report.groups())
                if (petitions || !cell.countsPetitions())
                    put(figures, new CellKey(group.key(), cell), group.figures().of(cell));
        }
        return figures;
    }

    private static void put(Map<CellKey, Long> into, CellKey key, long value) {
        if (value != 0) into.put(key, value);
    }

    private static Map<CellKey, Long> differences(Map<CellKey, Long> before, Map<CellKey, Long> after) {
        Map<CellKey, Long> differences = new HashMap<>();
        before.forEach((key, value) -> differences.merge(key, -value, Long::sum));
        after.forEach((key, value) -> differences.merge(key, value, Long::sum));
        differences.values().removeIf(difference -> difference == 0);
        return differences;
    }
}
