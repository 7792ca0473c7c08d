package hoso.query.report.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportParameters;
import hoso.query.report.ReportQuestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/report}: the figures of a unit over a period. */
@RestController
@Needs(Scope.REPORT_READ)
public final class ReportController {

    private final ReportDesk desk;

    public ReportController(ReportDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "The figures of a unit over a period, with groups, rates and identities")
    @ReportParameters
    @GetMapping("/api/v1/report")
    public ReportAnswer report(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        ReportQuestion question = ReportQuestion.of(Parameters.of(given, ReportQuestion.PARAMETERS));
        return ReportAnswer.of(desk.report(question, caller));
    }
}
