package hoso.query.report.scoreboard;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.report.Grouping;
import hoso.query.report.PeriodParameters;
import hoso.query.report.PeriodReport;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportQuestion;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/scoreboard}: the points of a unit over a period, to whoever may see its report. */
@RestController
@Needs(Scope.REPORT_READ)
public final class ScoreboardController {

    /** Those of a report but its grouping. */
    private static final Set<String> PARAMETERS = ReportQuestion.PARAMETERS.stream()
            .filter(name -> !name.equals("by"))
            .collect(Collectors.toUnmodifiableSet());

    private final ReportDesk desk;
    private final Reports reports;

    public ScoreboardController(ReportDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    @Operation(
            summary =
                    "The scoreboard of Quyết định 766/QĐ-TTg for a unit over a period, by the local rule and the portal's")
    @PeriodParameters
    @GetMapping("/api/v1/scoreboard")
    ScoredReportAnswer scoreboard(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        ReportQuestion question =
                ReportQuestion.of(Parameters.of(given, PARAMETERS)).by(Grouping.PROCEDURE);
        ReportDesk.Admitted admitted = desk.admit(question, caller);
        Scene scene = admitted.scene();
        PeriodReport report = reports.report(scene, admitted.standpoint());
        return ScoredReportAnswer.of(report, ScoreboardFacts.of(scene, report));
    }
}
