package hoso.query.audit;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.Stream;
import hoso.query.audit.dispute.DisputeDesk;
import hoso.query.feed.EventLog;
import hoso.query.question.Standpoint;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/dossiers/{id}} and its {@code /history}. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class DossierController {

    private final DossierDesk desk;
    private final EventLog log;
    private final DisputeDesk disputes;

    public DossierController(DossierDesk desk, EventLog log, DisputeDesk disputes) {
        this.desk = desk;
        this.log = log;
        this.disputes = disputes;
    }

    @Operation(summary = "A dossier as it stands")
    @ViewParameters
    @GetMapping("/api/v1/dossiers/{id}")
    public Map<String, Object> dossier(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, View.with());
        DossierDesk.Opened dossier = open(id, parameters, caller);
        DossierLife life = DossierLife.of(dossier.events()).orElseThrow();
        life.sick().ifPresent(position -> {
            throw Problem.of(ProblemCode.PARKED, "an event of the dossier cannot be folded")
                    .with(Map.of("position", position));
        });
        Standpoint standpoint = dossier.standpoint();
        return DossierAnswer.of(
                dossier,
                life,
                View.at(parameters).orElse(standpoint.now()),
                disputes.of(dossier.id(), dossier.events(), caller));
    }

    @Operation(summary = "Every event of a dossier, as stored")
    @ViewParameters
    @GetMapping("/api/v1/dossiers/{id}/history")
    public HistoryAnswer history(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        DossierDesk.Opened dossier = open(id, Parameters.of(given, View.with()), caller);
        return HistoryAnswer.of(dossier, log.texts(Stream.dossier(dossier.id())));
    }

    private DossierDesk.Opened open(String id, Parameters parameters, Caller caller) {
        return desk.open(id, View.of(parameters), caller);
    }
}
