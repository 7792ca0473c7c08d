package hoso.edge.guard;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller, as Spring Security passes it on. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient Instant ends;

    /** @param ends when what gives the caller the rights ends */
    public CallerAuthentication(Caller caller, Instant ends) {
        super(caller.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority(scope.code()))
                .toList());
        this.caller = caller;
        this.ends = ends;
        setAuthenticated(true);
    }

    /** That of the request that this thread serves. */
    public static Optional<CallerAuthentication> known() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The caller of the request that this thread serves. */
    public static Optional<Caller> current() {
        return known().map(CallerAuthentication::getPrincipal);
    }

    /** @throws Problem {@code unauthorized}, on a path that is open and was asked without a token */
    static Caller required() {
        return current().orElseThrow(() -> Problem.of(ProblemCode.UNAUTHORIZED, "a valid bearer token is needed"));
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    public Instant ends() {
        return ends;
    }

    /** The token is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.subject();
    }
}
