package hoso.edge.token;

import com.nimbusds.jwt.JWTClaimsSet;
import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.vocabulary.UnitRights;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the claims of a token grant, to and from. */
final class Grant {

    private static final Set<String> ALL = Set.of("*");

    private Grant() {}

    /** What a role has where nothing narrows it. */
    static Caller of(Role role) {
        return new Caller(role.code(), role.scopes(), ALL, UnitRights.ALL);
    }

    static JWTClaimsSet.Builder claims(Caller caller) {
        var scopes = caller.scopes().stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
        return new JWTClaimsSet.Builder()
                .subject(caller.subject())
                .claim("scope", scopes)
                .claim("sources", List.copyOf(caller.sources()))
                .claim("units", List.copyOf(caller.units().units()));
    }

    /** Reads claims as narrowly as they can be read: what is missing or of another form grants nothing. */
    static Caller caller(JWTClaimsSet claims) {
        return new Caller(
                claims.getSubject(),
                Stream.concat(words(claims.getClaim("scope")), words(claims.getClaim("scp")))
                        .flatMap(word -> Scope.of(word).stream())
                        .collect(Collectors.toSet()),
                texts(claims.getClaim("sources")),
                new UnitRights(texts(claims.getClaim("units"))));
    }

    /** {@code scope} is words in one string (RFC 8693, 4.2); {@code scp}, and some issuers' {@code scope}, is a list. */
    private static Stream<String> words(@Nullable Object claim) {
        return claim instanceof String text ? Stream.of(text.split(" ")) : texts(claim).stream();
    }

    private static Set<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
