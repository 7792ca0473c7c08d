package hoso.query.report.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hoso.query.question.ParkedStream;
import hoso.query.question.PositionAnswer;
import hoso.query.report.PeriodReport;
import hoso.query.report.ReportQuestion;
import hoso.query.report.figure.Identity;
import hoso.query.snapshot.Joint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A period report as it is answered.
 *
 * @param at only where it cut the period
 * @param parked the dossiers and petitions that the figures miss events of; absent where there is none
 * @param joint where it joins the last snapshot that ends where it begins; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "unit",
    "name",
    "from",
    "to",
    "tree",
    "asOf",
    "at",
    "edition",
    "total",
    "groups",
    "identities",
    "parked",
    "joint"
})
public record ReportAnswer(
        String unit,
        String name,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        PositionAnswer asOf,
        @Nullable Instant at,
        int edition,
        Map<String, Object> total,
        List<Map<String, Object>> groups,
        List<Identity> identities,
        @Nullable List<String> parked,
        @Nullable Joint joint) {

    public static ReportAnswer of(PeriodReport report) {
        ReportQuestion question = report.question();
        List<String> parked = ParkedStream.ids(report.parked());
        boolean petitions = question.by().countsPetitions();
        return new ReportAnswer(
                question.unit(),
                report.name(),
                question.period().from(),
                question.period().to(),
                question.tree(),
                PositionAnswer.of(report.standpoint()),
                report.cuts().at().orElse(null),
                report.edition(),
                FiguresAnswer.of(report.total(), true),
                report.groups().stream().map(group -> group(group, petitions)).toList(),
                report.identities(),
                parked.isEmpty() ? null : parked,
                null);
    }

    /** The same with where it joins the snapshot before it; null where there is none. */
    ReportAnswer joinedAt(@Nullable Joint other) {
        return new ReportAnswer(
                unit, name, from, to, tree, asOf, at, edition, total, groups, identities, parked, other);
    }

    /** The same of the whole alone: thousands of groups need not be written to show some of them. */
    public ReportAnswer withoutGroups() {
        return new ReportAnswer(
                unit, name, from, to, tree, asOf, at, edition, total, List.of(), identities, parked, joint);
    }

    private static Map<String, Object> group(PeriodReport.Group group, boolean petitions) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("key", group.key());
        answer.put("name", group.name());
        answer.putAll(FiguresAnswer.of(group.figures(), petitions));
        return answer;
    }
}
