package hoso.edge;

import java.util.Arrays;
import java.util.Optional;

/** What a token lets its holder do. */
public enum Scope {
    EVENTS_PUBLISH("events:publish"),
    EVENTS_CORRECT("events:correct"),
    REFERENCE_PUBLISH("reference:publish"),
    REPORT_READ("report:read"),
    REPORT_FREEZE("report:freeze"),
    AUDIT_READ("audit:read"),
    METRICS_READ("metrics:read"),
    /** All of the others, and what is kept for it alone. */
    ADMIN("admin");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As it stands in the claim {@code scope}. */
    public String code() {
        return code;
    }

    /** Absent for a scope that means nothing here: an issuer may serve other systems too. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
