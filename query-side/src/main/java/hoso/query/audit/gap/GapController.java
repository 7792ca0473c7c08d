package hoso.query.audit.gap;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.page.ListQuestion;
import hoso.query.question.KnownReference;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.report.PeriodParameters;
import hoso.query.report.ReportDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit/gaps}: what never came, of a unit and period, or of all that the holder sees. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class GapController {

    private static final Set<String> PARAMETERS = ListQuestion.parameters();

    /** Of a unit, every dossier of the period is read. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many lists of gaps are asked for at once");
    private final ReportDesk desk;
    private final Standpoints standpoints;
    private final KnownReference reference;
    private final Numbering numbering;
    private final OriginGaps origins;

    public GapController(
            ReportDesk desk,
            Standpoints standpoints,
            KnownReference reference,
            Numbering numbering,
            OriginGaps origins) {
        this.desk = desk;
        this.standpoints = standpoints;
        this.reference = reference;
        this.numbering = numbering;
        this.origins = origins;
    }

    @Operation(summary = "Dossiers that were numbered and never published, and positions of origins that are missing")
    @PeriodParameters
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "days with holes: 1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/audit/gaps")
    GapsAnswer gaps(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        if (!given.containsKey("unit")) return ofAll(Parameters.of(given, View.with()), caller);
        var question = ListQuestion.of(Parameters.of(given, PARAMETERS), "gaps");
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        return asking.admit(() ->
                GapsAnswer.ofUnit(question, admitted, numbering.holes(question, admitted), origins(admitted.rights())));
    }

    private GapsAnswer ofAll(Parameters parameters, Caller caller) {
        Standpoint standpoint = standpoints.of(View.of(parameters));
        var rights = ReadRights.of(caller, reference, standpoints.newest(), standpoint.now());
        return GapsAnswer.ofAll(standpoint, origins(rights));
    }

    private Optional<List<OriginGap>> origins(ReadRights rights) {
        return Optional.of(origins.now()).filter(known -> rights.all() && !known.isEmpty());
    }
}
