package hoso.edge.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.SignedJWT;
import hoso.edge.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/** The own issuer: mints RS256 tokens with a key of its own, and trusts them. */
public final class TokenIssuer {

    private final String name;
    private final String audience;
    private final RSAKey key;
    private final InstantSource clock;

    /** @param secrets the folder of its key, which is made there where it has none */
    public TokenIssuer(String name, String audience, Path secrets, InstantSource clock) {
        this.name = name;
        this.audience = audience;
        this.key = SigningKey.keptIn(secrets);
        this.clock = clock;
    }

    /** Whether the issuer has been set up there before; minting with a new key makes tokens that nobody takes. */
    public static boolean hasKeyIn(Path secrets) {
        return SigningKey.isKeptIn(secrets);
    }

    public String mint(Caller caller, Duration life) {
        var now = clock.instant();
        var claims = Grant.claims(caller)
                .issuer(name)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key was checked when it was read", impossible);
        }
    }

    TrustedIssuer trusted() {
        return TrustedIssuer.of(
                name, audience, Set.of(JWSAlgorithm.RS256), new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }
}
