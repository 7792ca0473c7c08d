package hoso.query.report.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.report.Joining;
import hoso.query.report.PeriodReport;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportParameters;
import hoso.query.report.ReportQuestion;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.Joint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/report}: the figures of a unit over a period. */
@RestController
@Needs(Scope.REPORT_READ)
public final class ReportController {

    private static final Cell CARRIED_OVER = Cells.named("received.carriedOver").orElseThrow();

    private final ReportDesk desk;
    private final Joining joining;

    public ReportController(ReportDesk desk, Joining joining) {
        this.desk = desk;
        this.joining = joining;
    }

    @Operation(summary = "The figures of a unit over a period, with groups, rates and identities")
    @ReportParameters
    @GetMapping("/api/v1/report")
    public ReportAnswer report(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        ReportQuestion question = ReportQuestion.of(Parameters.of(given, ReportQuestion.PARAMETERS));
        ReportDesk.Admitted admitted = desk.admit(question, caller);
        PeriodReport report = desk.report(admitted);
        Optional<Joint> joint = joining.joint(admitted, report.total().of(CARRIED_OVER), Joining.Effort.BOUNDED);
        return ReportAnswer.of(report).joinedAt(joint.orElse(null));
    }
}
