package hoso.query.snapshot.document;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the charts are drawn of: the units that resolved most, and the periods since anything was counted. */
final class ChartRows {

    /** Beyond that bars cannot be told apart on a page: the others are one bar. */
    static final int UNITS_MAX = 30;

    private static final List<String> TIMELINESS = List.of("resolved.early", "resolved.onTime", "resolved.late");

    private ChartRows() {}

    /** The busiest first; one empty row where nothing was resolved. */
    static List<Scope> units(FrozenReport report) {
        List<FrozenGroup> units = report.groups(Grouping.UNIT).stream()
                .filter(unit -> unit.figures().cell("resolved.total") > 0)
                .sorted(Comparator.comparingLong(
                                (FrozenGroup unit) -> -unit.figures().cell("resolved.total"))
                        .thenComparing(FrozenGroup::key))
                .toList();
        List<Scope> rows = new ArrayList<>();
        for (FrozenGroup unit : units.subList(0, Math.min(UNITS_MAX, units.size())))
            rows.add(row(unit.name(), List.of(unit)));
        List<FrozenGroup> others = units.subList(rows.size(), units.size());
        if (!others.isEmpty()) rows.add(row("Các cơ quan còn lại (" + others.size() + ")", others));
        if (rows.isEmpty()) rows.add(row("Không phát sinh", List.of()));
        return rows;
    }

    private static Scope row(String name, List<FrozenGroup> units) {
        List<Long> sums = TIMELINESS.stream()
                .map(cell -> units.stream()
                        .mapToLong(unit -> unit.figures().cell(cell))
                        .sum())
                .toList();
        return Scope.of(Map.of(
                "chart.name",
                name,
                "chart.early",
                sums.get(0),
                "chart.onTime",
                sums.get(1),
                "chart.late",
                sums.get(2)));
    }

    /** From the first period in which anything was received or open; this one at least. */
    static List<Scope> trend(FrozenReport report) {
        List<FrozenReport.Past> trend = report.trend();
        int first = 0;
        while (first < trend.size() - 1 && trend.get(first).total().cell("received.total") == 0) first++;
        return trend.subList(first, trend.size()).stream().map(ChartRows::past).toList();
    }

    private static Scope past(FrozenReport.Past past) {
        String name = Vietnamese.date(past.period().from()) + " – "
                + Vietnamese.date(past.period().to());
        return Scope.of(Map.of("chart.name", name)).within(new FigureScope(past.total()));
    }
}
