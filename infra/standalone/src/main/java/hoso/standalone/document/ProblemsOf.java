package hoso.standalone.document;

import hoso.edge.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which problems an operation may answer, by what it takes. */
final class ProblemsOf {

    /** Every code of these is one of publishing. */
    private static final List<Integer> STATUSES_OF_PUBLISHING = List.of(400, 409, 422);

    private static final Set<ProblemCode> OF_A_BODY =
            Set.of(ProblemCode.MALFORMED, ProblemCode.STALLED, ProblemCode.TOO_LARGE, ProblemCode.MEDIA_TYPE);

    private ProblemsOf() {}

    static boolean isOpen(String path) {
        return path.startsWith("/actuator/health") || isContract(path);
    }

    private static boolean isContract(String path) {
        return path.startsWith("/schemas") || path.equals("/asyncapi.yaml");
    }

    static Set<ProblemCode> operation(String path, Operation operation) {
        if (isContract(path)) return path.endsWith("}.json") ? EnumSet.of(ProblemCode.NOT_FOUND) : Set.of();
        if (isOpen(path)) return EnumSet.of(ProblemCode.UNAVAILABLE);
        var codes = EnumSet.of(
                ProblemCode.UNAUTHORIZED, ProblemCode.FORBIDDEN, ProblemCode.NOT_ACCEPTABLE, ProblemCode.UNAVAILABLE);
        if (!parameters(operation).isEmpty()) codes.add(ProblemCode.MALFORMED);
        if (takes("minPosition", operation)) codes.add(ProblemCode.NOT_YET);
        if (takes("unit", operation)) codes.add(ProblemCode.NO_SUCH_UNIT);
        if (takes("id", operation)) codes.addAll(Set.of(ProblemCode.NO_SUCH_DOSSIER, ProblemCode.PARKED));
        if (takesBody(path, operation)) codes.addAll(OF_A_BODY);
        if (operation.getRequestBody() != null && !path.startsWith("/actuator/"))
            codes.add(ProblemCode.UNKNOWN_PROPERTY);
        if (path.equals("/api/v1/events")) codes.addAll(ofPublishing());
        return codes;
    }

    /** The actuator reads a body of whatever writes, also where nothing is taken from it: springdoc tells by a 400 alone. */
    private static boolean takesBody(String path, Operation operation) {
        return operation.getRequestBody() != null
                || (path.startsWith("/actuator/") && operation.getResponses().containsKey("400"));
    }

    private static Set<ProblemCode> ofPublishing() {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> STATUSES_OF_PUBLISHING.contains(code.status()))
                .collect(Collectors.toSet());
    }

    private static boolean takes(String name, Operation operation) {
        return parameters(operation).stream()
                .anyMatch(parameter -> parameter.getName().equals(name));
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }
}
