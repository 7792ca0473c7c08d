package hoso.command.status;

import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.edge.status.StatusPart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/status} of the command side alone. */
@RestController
@Needs(Scope.REPORT_READ)
public final class StatusController {

    private final EventStore store;
    private final ObjectProvider<StatusPart> parts;

    public StatusController(EventStore store, ObjectProvider<StatusPart> parts) {
        this.store = store;
        this.parts = parts;
    }

    @Operation(summary = "How far the store and what is published of it have come")
    @GetMapping("/api/v1/status")
    Map<String, Object> status(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        Parameters.of(given, Set.of());
        Map<String, Object> status = new LinkedHashMap<>();
        try {
            status.put("head", store.head());
        } catch (StoreUnavailable away) {
            throw Problem.of(ProblemCode.UNAVAILABLE, String.valueOf(away.getMessage()));
        }
        parts.orderedStream().forEach(part -> status.put(part.name(), part.value()));
        return status;
    }
}
