package hoso.edge.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a token: who signed it, for whom, from when, until when, and what it grants. */
class TokenReader {

    /** So far the clock of an issuer may go ahead of ours. There is no such grace for the end of a token. */
    private static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(60);

    /** It goes into every event as its publisher. */
    private static final int SUBJECT_LENGTH_MAX = 256;

    private final Map<String, TrustedIssuer> issuers;
    private final InstantSource clock;

    TokenReader(Collection<TrustedIssuer> issuers, InstantSource clock) {
        this.issuers = issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::name, Function.identity()));
        this.clock = clock;
    }

    /** @throws Problem {@code unauthorized}, or {@code unavailable} where the issuer's keys cannot be had */
    Holder read(String token) {
        var jwt = parsed(token);
        var issuer = issuerOf(jwt);
        try {
            var claims = issuer.signatures().process(jwt, null);
            return new Holder(Grant.caller(claims), checked(claims, issuer));
        } catch (BadJOSEException _) {
            throw refused("its signature, algorithm or type is not one that is taken here");
        } catch (KeySourceException _) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "the keys of the token's issuer cannot be had now");
        } catch (JOSEException _) {
            throw refused("its signature cannot be checked");
        }
    }

    private static JWT parsed(String token) {
        try {
            return JWTParser.parse(token);
        } catch (ParseException | NullPointerException | IllegalArgumentException _) {
            // the library fails on a null pointer where the header is the JSON value null
            throw refused("it is no JWT");
        }
    }

    private TrustedIssuer issuerOf(JWT jwt) {
        return issuerName(jwt).map(issuers::get).orElseThrow(() -> refused("its issuer is not trusted here"));
    }

    /** Not yet verified: it only says whose key to try. */
    private static Optional<String> issuerName(JWT jwt) {
        try {
            return Optional.ofNullable(jwt.getJWTClaimsSet()).map(JWTClaimsSet::getIssuer);
        } catch (ParseException | NullPointerException | IllegalArgumentException _) {
            throw refused("it has no claims");
        }
    }

    private Instant checked(JWTClaimsSet claims, TrustedIssuer issuer) {
        var now = clock.instant();
        var expires = Optional.ofNullable(claims.getExpirationTime())
                .orElseThrow(() -> refused("it has no end"))
                .toInstant();
        if (!now.isBefore(expires)) {
            throw refused("it has expired");
        }
        var from = claims.getNotBeforeTime();
        if (from != null && from.toInstant().isAfter(now.plus(CLOCK_SKEW_MAX))) {
            throw refused("it is not valid yet");
        }
        if (!claims.getAudience().contains(issuer.audience())) {
            throw refused("it is for another audience");
        }
        if (claims.getClaim("cnf") != null) {
            // RFC 9449: bound to a key that its sender has to show; as a mere bearer token it may be a stolen one
            throw refused("it is bound to a key of its sender");
        }
        var subject = claims.getSubject();
        if (subject == null
                || subject.isBlank()
                || subject.length() > SUBJECT_LENGTH_MAX
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw refused("it names no subject");
        }
        return expires;
    }

    private static Problem refused(String why) {
        return Problem.of(ProblemCode.UNAUTHORIZED, "the token is not taken: " + why);
    }
}
