package hoso.query.report.dossiers;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.reading.Look;
import hoso.query.audit.reading.ReadLog;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/report/dossiers}: who stands behind a figure, to whoever may see the figure. */
@RestController
@Needs(Scope.REPORT_READ)
public final class DossiersController {

    private final ReportDesk desk;
    private final DossierLists lists;
    private final ReadLog reads;

    public DossiersController(ReportDesk desk, DossierLists lists, ReadLog reads) {
        this.desk = desk;
        this.lists = lists;
        this.reads = reads;
    }

    @Operation(
            summary = "The dossiers behind one figure of a report, page by page",
            description =
                    "Under groups the first page of a list that no figure counts (pending.dueWithin, portal.differs,"
                            + " amounts) tells how many each direct child of the unit has, and the unit itself; not where key is given.")
    @ReportParameters
    @Parameter(
            name = "cell",
            in = ParameterIn.QUERY,
            required = true,
            description = "as resolved.late, pending.dueWithin or portal.differs")
    @Parameter(name = "key", in = ParameterIn.QUERY, description = "only the group of this key")
    @Parameter(name = "days", in = ParameterIn.QUERY, description = "of pending.dueWithin: 0 to 366")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "id (default), dueAt or receivedAt")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/report/dossiers")
    public DossiersAnswer dossiers(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        CellQuestion question = CellQuestion.of(Parameters.of(given, CellQuestion.PARAMETERS));
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        DossierList list = lists.list(question, admitted.scene(), admitted.standpoint());
        reads.record(Look.atList(
                caller,
                admitted.scene().question().unit(),
                admitted.standpoint().position(),
                list.dossiers().size()));
        return DossiersAnswer.of(list);
    }
}
