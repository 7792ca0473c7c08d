package hoso.edge.heads;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where there is a folder to keep keys and heads in: {@code hoso.proof.folder}, else that of the tokens. */
public final class ProofFolderIsNamed implements Condition {

    /** As a bean is given it. */
    public static final String FOLDER = "${hoso.proof.folder:${hoso.tokens.folder:}}";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return !context.getEnvironment().resolvePlaceholders(FOLDER).isBlank();
    }
}
