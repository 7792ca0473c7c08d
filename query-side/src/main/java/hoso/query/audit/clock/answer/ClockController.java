package hoso.query.audit.clock.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.DossierDesk;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/dossiers/{id}/clock}: the account as it is, and as it would be. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class ClockController {

    private static final String PATH = "/api/v1/dossiers/{id}/clock";
    private static final String SUPPOSING =
            "{\"without\": [{\"source\": \"/mot-cua/H20.12\", \"id\": \"e7\"}], \"rules\": \"LOCAL\"}";

    private final DossierDesk dossiers;
    private final ClockDesk desk;

    public ClockController(DossierDesk dossiers, ClockDesk desk) {
        this.dossiers = dossiers;
        this.desk = desk;
    }

    @Operation(summary = "The working time of a dossier, segment by segment, and how its due instant came about")
    @ViewParameters
    @GetMapping(PATH)
    public ClockAnswer clock(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, View.with());
        DossierDesk.Opened dossier = dossiers.open(id, View.of(parameters), caller);
        return ClockAnswer.of(desk.account(dossier, at(parameters, dossier)));
    }

    @Operation(
            summary =
                    "The same without some facts, with others at another time or saying something else, or by the portal's rules")
    @ViewParameters
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    public ClockAnswer supposed(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object", example = SUPPOSING)))
                    @RequestBody
                    byte[] body,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, View.with());
        DossierDesk.Opened dossier = dossiers.open(id, View.of(parameters), caller);
        return ClockAnswer.of(desk.supposed(dossier, SuppositionOrder.read(body), at(parameters, dossier)));
    }

    private static Instant at(Parameters parameters, DossierDesk.Opened dossier) {
        return View.at(parameters).orElse(dossier.standpoint().now());
    }
}
