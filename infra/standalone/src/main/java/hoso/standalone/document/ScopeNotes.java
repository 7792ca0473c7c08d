package hoso.standalone.document;

import hoso.edge.Needs;
import hoso.edge.Scope;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of an operation which scope it needs. */
final class ScopeNotes implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        Optional.ofNullable(endpoint.getMethodAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(endpoint.getBeanType().getAnnotation(Needs.class)))
                .ifPresent(needs -> operation.setDescription("Needs the scope " + scopes(needs) + "."));
        return operation;
    }

    private static String scopes(Needs needs) {
        return Arrays.stream(needs.value()).map(Scope::code).collect(Collectors.joining(" or "));
    }
}
