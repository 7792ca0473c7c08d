package hoso.standalone.document;

import hoso.edge.Scope;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Optional;

/** What springdoc does not know of the actuator's endpoints. */
final class ActuatorNotes {

    private ActuatorNotes() {}

    static void describe(Paths paths) {
        // one mapping for all groups of health indicators, which it leaves out
        for (String probe : List.of("liveness", "readiness"))
            paths.addPathItem("/actuator/health/" + probe, probe(probe));
        paths.forEach((path, item) -> {
            if (!path.startsWith("/actuator/") || ProblemsOf.isOpen(path)) return;
            Scope scope = path.equals("/actuator/prometheus") ? Scope.METRICS_READ : Scope.ADMIN;
            item.readOperations().forEach(operation -> describe(operation, scope));
        });
    }

    private static void describe(Operation operation, Scope scope) {
        operation.setDescription("Needs the scope " + scope.code() + ".");
        // it takes every operation that writes for one that answers nothing
        Optional.ofNullable(operation.getResponses().remove("204"))
                .ifPresent(answer -> operation.getResponses().addApiResponse("200", answer.description("OK")));
    }

    private static PathItem probe(String name) {
        var up = new ApiResponses().addApiResponse("200", new ApiResponse().description("OK"));
        return new PathItem()
                .get(new Operation()
                        .operationId(name)
                        .summary("200 while the " + name + " probe is up")
                        .responses(up));
    }
}
