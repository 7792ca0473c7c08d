package hoso.edge.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.util.Set;

/**
 * An issuer whose tokens are taken.
 *
 * @param name its claim {@code iss}
 * @param audience what the claim {@code aud} must name
 * @param signatures checks algorithm and signature, by the issuer's keys; the claims are read after it
 */
record TrustedIssuer(String name, String audience, JWTProcessor<SecurityContext> signatures) {

    static TrustedIssuer of(
            String name, String audience, Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys) {
        ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // "at+jwt" is what RFC 9068 calls an access token; an ID token or a logout token says otherwise
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return new TrustedIssuer(name, audience, processor);
    }
}
