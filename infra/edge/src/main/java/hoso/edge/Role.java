package hoso.edge;

import static hoso.edge.Scope.AUDIT_READ;
import static hoso.edge.Scope.EVENTS_CORRECT;
import static hoso.edge.Scope.EVENTS_PUBLISH;
import static hoso.edge.Scope.METRICS_READ;
import static hoso.edge.Scope.REFERENCE_PUBLISH;
import static hoso.edge.Scope.REPORT_READ;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles that the own issuer mints tokens for, each a set of scopes; tokens know scopes alone. */
public enum Role {
    PUBLISHER(EVENTS_PUBLISH),
    REGISTRAR(EVENTS_PUBLISH, EVENTS_CORRECT, REFERENCE_PUBLISH),
    READER(REPORT_READ),
    AUDITOR(REPORT_READ, AUDIT_READ),
    MONITOR(METRICS_READ),
    ADMIN(Scope.ADMIN);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // handed out as copies alone
    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.scopes = EnumSet.copyOf(List.of(scopes));
    }

    /** As it stands on the command line and in the name of its token's file. */
    public String code() {
        return code;
    }

    public Set<Scope> scopes() {
        return EnumSet.copyOf(scopes);
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
