package hoso.standalone.demo.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Petitions of a report: how many were received through which sources, about what, and what became of them. */
public record PetitionFigures(
        ReportPeriod report,
        List<String> units,
        List<String> sources,
        int received,
        int regulation,
        int answered,
        int published,
        int satisfied) {

    public static List<PetitionFigures> all() {
        Map<String, ReportPeriod> reports =
                ReportPeriod.all().stream().collect(Collectors.toMap(ReportPeriod::key, Function.identity()));
        return Table.read("petitions.csv").stream()
                .map(row -> new PetitionFigures(
                        Objects.requireNonNull(reports.get(row.text("report"))),
                        row.words("units", " "),
                        row.words("sources", " "),
                        row.number("received"),
                        row.number("regulation"),
                        row.number("answered"),
                        row.number("published"),
                        row.number("satisfied")))
                .toList();
    }
}
