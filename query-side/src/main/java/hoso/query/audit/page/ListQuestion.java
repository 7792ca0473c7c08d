package hoso.query.audit.page;

import hoso.edge.Parameters;
import hoso.query.question.Standpoint;
import hoso.query.report.ReportQuestion;
import hoso.query.report.dossiers.PageEnd;
import hoso.query.report.dossiers.SortKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of dossiers in the scope of a report, by id.
 *
 * @param report from the second page on as the first one was answered
 * @param what is listed: a page does not go on with another list
 * @param limit how many at most, 1…1,000
 * @param after where the page before ended
 */
public record ListQuestion(ReportQuestion report, String what, int limit, Optional<PageEnd> after) {

    private static final int LIMIT = 100;

    /** More would hold a page in memory that nobody reads. */
    private static final int LIMIT_MAX = 1_000;

    /** Those of a report that has no groups, those of a page, and some more. */
    public static Set<String> parameters(String... own) {
        return Stream.concat(
                        ReportQuestion.PARAMETERS.stream().filter(name -> !name.equals("by")),
                        Stream.concat(Stream.of("limit", "after"), Stream.of(own)))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static ListQuestion of(Parameters parameters, String what) {
        var first = new ListQuestion(
                ReportQuestion.of(parameters),
                what,
                parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT),
                Optional.empty());
        return parameters
                .text("after")
                .map(text -> first.after(PageEnd.read(text)))
                .orElse(first);
    }

    /** The same list from the end of a page on, at the position, moment and tree of its first page. */
    private ListQuestion after(PageEnd end) {
        if (!end.list().equals(list())) throw Parameters.malformed("after belongs to another list");
        return new ListQuestion(report.asAnswered(end.position(), end.at(), end.tree()), what, limit, Optional.of(end));
    }

    /** What tells this list from others; position, moment and tree apart. */
    private String list() {
        return Integer.toHexString(
                List.of(report.unit(), report.period(), what).toString().hashCode());
    }

    /** Only ids that come after it are looked for; empty on the first page. */
    public String afterId() {
        return after.map(end -> end.last().id()).orElse("");
    }

    public boolean isFirstPage() {
        return after.isEmpty();
    }

    /**
     * The parameter {@code after} of the next page.
     *
     * @param lastId the last of this one
     */
    public String next(Standpoint standpoint, String lastId) {
        var end = new PageEnd(
                list(),
                standpoint.position(),
                report.at().orElse(standpoint.now()),
                report.tree(),
                SortKey.byId(lastId));
        return end.text();
    }
}
