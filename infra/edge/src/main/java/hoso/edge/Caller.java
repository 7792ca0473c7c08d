package hoso.edge;

import hoso.vocabulary.UnitRights;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, and with which rights; a controller that takes one as a parameter is given that of its request.
 *
 * @param subject of the token: the publisher of what is published with it
 * @param scopes as the token names them; {@link #has} knows what they imply
 * @param sources CloudEvents sources the holder may use, {@code *} for all
 * @param units whose subtrees it may publish for and see
 */
public record Caller(String subject, Set<Scope> scopes, Set<String> sources, UnitRights units) {

    public Caller {
        scopes = Set.copyOf(scopes);
        sources = Set.copyOf(sources);
    }

    /** {@code admin} has every scope. */
    public boolean has(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    /** @throws Problem {@code forbidden}, where it has none of them */
    public void requireAny(Scope... wanted) {
        if (Arrays.stream(wanted).noneMatch(this::has)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "this needs the scope " + either(wanted));
        }
    }

    /** @throws Problem {@code forbidden}, where it has it not */
    public void require(Scope scope) {
        requireAny(scope);
    }

    /** Whether it may publish under a CloudEvents source. */
    public boolean mayUse(String source) {
        return sources.contains("*") || sources.contains(source);
    }

    private static String either(Scope... wanted) {
        return Arrays.stream(wanted).map(Scope::code).collect(Collectors.joining(" or "));
    }
}
