package hoso.standalone.demo.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some units of one report that share a row of figures. */
public record Scope(String name, ReportPeriod report, List<DemoUnit> units, Map<Figure, Integer> figures) {

    public static List<Scope> all() {
        List<DemoUnit> units = DemoUnit.all();
        Map<String, ReportPeriod> reports =
                ReportPeriod.all().stream().collect(Collectors.toMap(ReportPeriod::key, Function.identity()));
        return Table.read("figures.csv").stream()
                .map(row -> new Scope(
                        row.text("scope"),
                        Objects.requireNonNull(reports.get(row.text("report"))),
                        owners(row, units),
                        figures(row)))
                .toList();
    }

    public int of(Figure figure) {
        return figures.getOrDefault(figure, 0);
    }

    /** How many must be closed on the day of receipt, where the report says so. */
    public OptionalInt sameDay() {
        Integer sameDay = figures.get(Figure.SAME_DAY);
        return sameDay == null ? OptionalInt.empty() : OptionalInt.of(sameDay);
    }

    public int received() {
        return of(Figure.ONLINE) + of(Figure.DIRECT) + of(Figure.POSTAL);
    }

    public int resolved() {
        return of(Figure.EARLY) + of(Figure.ON_TIME) + of(Figure.LATE);
    }

    public int total() {
        return received() + of(Figure.CARRIED);
    }

    public int pending() {
        return total() - resolved();
    }

    private static List<DemoUnit> owners(Table.Row row, List<DemoUnit> units) {
        List<String> roots = row.words("units", " ");
        String level = row.text("level");
        return units.stream()
                .filter(unit -> unit.weight() > 0)
                .filter(unit -> roots.stream().anyMatch(unit::isWithin))
                .filter(unit -> level.isEmpty() || unit.level().name().equals(level))
                .toList();
    }

    private static Map<Figure, Integer> figures(Table.Row row) {
        var figures = new EnumMap<Figure, Integer>(Figure.class);
        for (Figure figure : Figure.values())
            if (!row.text(figure.column()).isEmpty()) figures.put(figure, row.number(figure.column()));
        return figures;
    }
}
