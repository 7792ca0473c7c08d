package hoso.query.report.scoreboard;

import hoso.query.report.Grouping;
import hoso.query.report.PeriodReport;
import hoso.query.report.Scene;
import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.ProcedureFacts;
import hoso.query.report.figure.Figures;
import java.util.Map;
import java.util.stream.Collectors;

/** What a report by procedure tells the scoreboard: of procedures nothing, where its unit is within a tree. */
public final class ScoreboardFacts {

    private ScoreboardFacts() {}

    /**
     * @param scene that the report was made for
     * @param report by procedure
     */
    public static Facts of(Scene scene, PeriodReport report) {
        if (report.question().by() != Grouping.PROCEDURE)
            throw new IllegalArgumentException(
                    "procedures are not told by " + report.question().by());
        return new Facts(report.total(), scene.isOfWholeTree() ? procedures(scene, report) : null);
    }

    /** Those in force on the last day of the period, whatever date's tree rolls it up. */
    private static ProcedureFacts procedures(Scene scene, PeriodReport report) {
        Map<String, Figures> byProcedure = report.groups().stream()
                .collect(Collectors.toMap(PeriodReport.Group::key, PeriodReport.Group::figures));
        return ProcedureFacts.of(scene.known(), scene.question().period().to(), byProcedure);
    }
}
