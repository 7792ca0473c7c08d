package hoso.query.audit.evidence;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.DossierDesk;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/dossiers/{id}/evidence}. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class EvidenceController {

    private final DossierDesk dossiers;
    private final EvidenceDesk desk;

    public EvidenceController(DossierDesk dossiers, EvidenceDesk desk) {
        this.dossiers = dossiers;
        this.desk = desk;
    }

    @Operation(summary = "A ZIP that proves offline what was recorded of a dossier, and what follows for its clock")
    @ViewParameters
    @GetMapping(path = "/api/v1/dossiers/{id}/evidence", produces = "application/zip")
    public ResponseEntity<byte[]> evidence(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, View.with());
        DossierDesk.Opened dossier = dossiers.open(id, View.of(parameters), caller);
        Instant at = View.at(parameters).orElse(dossier.standpoint().now());
        byte[] zip = desk.zip(dossier, at);
        String name = dossier.names().shownDossier(dossier.id()) + ".zip";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(zip);
    }
}
