package hoso.query.audit.mismatch;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.page.ListQuestion;
import hoso.query.audit.portal.Cause;
import hoso.query.audit.reading.Look;
import hoso.query.audit.reading.ReadLog;
import hoso.query.report.PeriodParameters;
import hoso.query.report.ReportDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit/mismatches}: where portal and ledger disagree, and why, to whoever may see the report. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class MismatchController {

    private static final Set<String> PARAMETERS = ListQuestion.parameters("cause");

    /** A first page reads every dossier in scope that the portal showed: a connection, and some seconds for a province. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many lists of mismatches are asked for at once");
    private final ReportDesk desk;
    private final Mismatches mismatches;
    private final ReadLog reads;

    public MismatchController(ReportDesk desk, Mismatches mismatches, ReadLog reads) {
        this.desk = desk;
        this.mismatches = mismatches;
        this.reads = reads;
    }

    @Operation(
            summary = "The dossiers of which the national portal says otherwise than the ledger, by cause and by unit")
    @PeriodParameters
    @Parameter(name = "cause", in = ParameterIn.QUERY, description = "list only those that have it, as NOT_SYNCED")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/audit/mismatches")
    public MismatchesAnswer mismatches(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, PARAMETERS);
        Optional<Cause> cause = parameters.constant("cause", Cause.class);
        var question = ListQuestion.of(parameters, "mismatches " + cause);
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        MismatchList list = asking.admit(() -> mismatches.list(question, cause, admitted));
        reads.record(Look.atList(
                caller,
                admitted.scene().question().unit(),
                admitted.standpoint().position(),
                list.dossiers().size()));
        return MismatchesAnswer.of(list, question, admitted);
    }
}
