package hoso.query.report.dossiers;

import hoso.edge.Parameters;
import hoso.query.report.ReportQuestion;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dossiers behind one figure of a report.
 *
 * @param report the report that the figure stands in; from the second page on as the first one was answered
 * @param key the group that the figure stands in; empty for the total
 * @param limit how many at most, 1…1,000
 * @param after where the page before ended
 */
record CellQuestion(
        ReportQuestion report, Behind behind, Optional<String> key, Sort sort, int limit, Optional<PageEnd> after) {

    static final Set<String> PARAMETERS = Stream.concat(
                    ReportQuestion.PARAMETERS.stream(), Stream.of("cell", "key", "days", "sort", "limit", "after"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LIMIT = 100;

    /** More would hold a page in memory that nobody reads. */
    private static final int LIMIT_MAX = 1_000;

    /** A year ahead is no worklist any more. */
    private static final int DAYS_MAX = 366;

    static CellQuestion of(Parameters parameters) {
        var first = new CellQuestion(
                ReportQuestion.of(parameters),
                behind(parameters),
                parameters.text("key"),
                sort(parameters),
                parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT),
                Optional.empty());
        return parameters
                .text("after")
                .map(text -> first.after(PageEnd.read(text)))
                .orElse(first);
    }

    /** The same list from the end of a page on, at the position, moment and tree of its first page. */
    private CellQuestion after(PageEnd end) {
        if (!end.list().equals(list())) throw Parameters.malformed("after belongs to another list");
        ReportQuestion asFirst = report.asAnswered(end.position(), end.at(), end.tree());
        return new CellQuestion(asFirst, behind, key, sort, limit, Optional.of(end));
    }

    /** What tells this list from others; position, moment and tree apart. */
    String list() {
        var parts = List.of(report.unit(), report.period(), report.by(), behind.name(), key, sort);
        return Integer.toHexString(parts.toString().hashCode());
    }

    private static Behind behind(Parameters parameters) {
        String name = parameters.required("cell");
        Optional<Long> days = parameters.number("days", 0, DAYS_MAX);
        if (name.equals(Behind.DueWithin.CELL))
            return new Behind.DueWithin(days.orElseThrow(() -> Parameters.malformed("days is missing"))
                    .intValue());
        if (days.isPresent()) throw Parameters.malformed("days belongs to " + Behind.DueWithin.CELL);
        if (name.equals(Behind.PortalDiffers.CELL)) return new Behind.PortalDiffers();
        Cell cell = Cells.named(name)
                .orElseThrow(() -> Parameters.malformed("there is no cell " + Parameters.shortened(name)));
        if (cell.countsPetitions()) throw Parameters.malformed("no dossiers stand behind " + name);
        return new Behind.Figure(cell);
    }

    private static Sort sort(Parameters parameters) {
        return parameters
                .text("sort")
                .map(text -> Stream.of(Sort.values())
                        .filter(sort -> sort.code().equals(text))
                        .findAny()
                        .orElseThrow(() -> Parameters.malformed("sort is none of id, dueAt, receivedAt")))
                .orElse(Sort.ID);
    }
}
