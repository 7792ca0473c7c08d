package hoso.edge.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID Connect issuer on a port of this machine, with discovery, a key, and a count of who asked. */
public final class OpenIdProvider implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile RSAKey key = made("first");
    private volatile boolean failing;
    private volatile boolean forgetful;

    public OpenIdProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            var body = exchange.getRequestURI().getPath().equals("/keys")
                    ? new JWKSet(key.toPublicJWK()).toString()
                    : "{\"issuer\":\"" + issuer() + "\"" + (forgetful ? "" : ",\"jwks_uri\":\"" + keys() + "\"") + "}";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failing ? 500 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public URI keys() {
        return issuer().resolve("/keys");
    }

    int requests() {
        return requests.get();
    }

    void fail(boolean failing) {
        this.failing = failing;
    }

    /** Its discovery document says no longer where they are. */
    void forgetKeys() {
        forgetful = true;
    }

    void rotate(String keyId) {
        key = made(keyId);
    }

    public String token(String audience, String scope) {
        return signedBy(key, audience, scope);
    }

    /** A token of this issuer under a key that it does not publish. */
    String forged(String keyId) {
        return signedBy(made(keyId), "hoso", "admin");
    }

    private String signedBy(RSAKey key, String audience, String scope) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(audience)
                .subject("an official")
                .claim("scope", scope)
                .claim("units", List.of("H20"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
        return token.serialize();
    }

    private static RSAKey made(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
