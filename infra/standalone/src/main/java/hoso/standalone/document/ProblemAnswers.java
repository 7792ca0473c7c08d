package hoso.standalone.document;

import hoso.edge.ProblemCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds to each operation the problems that it may answer, by status. */
final class ProblemAnswers {

    private static final String PROBLEM = "Problem";

    private ProblemAnswers() {}

    static void describe(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problem());
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> describe(path, operation)));
    }

    private static void describe(String path, Operation operation) {
        Set<ProblemCode> codes = ProblemsOf.operation(path, operation);
        if (ProblemsOf.isOpen(path)) operation.setSecurity(List.of());
        Map<Integer, List<ProblemCode>> byStatus =
                codes.stream().collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, some) -> operation.getResponses().addApiResponse("" + status, answer(some)));
    }

    private static ApiResponse answer(List<ProblemCode> codes) {
        Schema<?> schema = new Schema<>(SpecVersion.V31)
                .addAllOfItem(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                .addProperty(
                        "code",
                        Schemas.oneOf(codes.stream().map(ProblemCode::code).toList()));
        var answer = new ApiResponse()
                .description(codes.stream()
                        .map(each -> each.code() + ": " + each.title())
                        .collect(Collectors.joining("; ")))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (codes.getFirst().status() == 503)
            answer.addHeaderObject(
                    "Retry-After", new Header().description("seconds").schema(Schemas.ofType("integer")));
        return answer;
    }

    /** RFC 9457, with our code; the facts of a refusal stand beside. */
    private static Schema<?> problem() {
        Schema<?> problem = Schemas.ofType("object")
                .addProperty("type", Schemas.ofType("string").format("uri"))
                .addProperty("title", Schemas.ofType("string"))
                .addProperty("status", Schemas.ofType("integer"))
                .addProperty("detail", Schemas.ofType("string"))
                .addProperty("code", Schemas.ofType("string"));
        List.of("type", "title", "status", "detail", "code").forEach(problem::addRequiredItem);
        return problem;
    }
}
