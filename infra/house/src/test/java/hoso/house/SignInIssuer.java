package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect issuer on a port of this machine, at whose login everybody is let in: authorization code with PKCE, as a
 * public client asks for it. It refuses whatever is not as the specifications have it.
 */
final class SignInIssuer implements AutoCloseable {

    static final String CLIENT = "desk";

    private static final JsonMapper JSON = new JsonMapper();

    /** What an access token gives. */
    record Grant(String scope, List<String> units, String audience, Duration life) {

        static Grant of(String scope, String... units) {
            return new Grant(scope, List.of(units), "hoso", Duration.ofMinutes(10));
        }

        Grant forAudience(String other) {
            return new Grant(scope, units, other, life);
        }

        Grant lasting(Duration other) {
            return new Grant(scope, units, audience, other);
        }
    }

    private record Asked(Map<String, String> with, Grant grant) {}

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private volatile Grant grant = Grant.of("");
    private volatile boolean away;
    private volatile boolean refusing;
    private volatile boolean forgetting;

    SignInIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("sign-in").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        serve("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        serve("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        serve("/authorize", this::authorize);
        serve("/token", this::token);
        serve("/userinfo", exchange -> answer(exchange, 500, Map.of()));
        server.start();
    }

    /** While it is away a connection is closed without an answer: the port remains its own. */
    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (away) exchange.close();
            else handler.handle(exchange);
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Whether it answers nobody. */
    void away(boolean gone) {
        away = gone;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What whoever signs in from now on is given. */
    void grant(Grant next) {
        grant = next;
    }

    /** Whether the codes that it gave are refused. */
    void refuseCodes(boolean refused) {
        refusing = refused;
    }

    /** Whether its ID tokens lack the nonce, as one that was stolen elsewhere would. */
    void forgetNonce(boolean forgotten) {
        forgetting = forgotten;
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", uri().toString(),
                "authorization_endpoint", uri() + "/authorize",
                "token_endpoint", uri() + "/token",
                "userinfo_endpoint", uri() + "/userinfo",
                "jwks_uri", uri() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("none"),
                "code_challenge_methods_supported", List.of("S256"));
    }

    /** OpenID Connect Core 1.0, 3.1.2.1, and RFC 7636, 4.3. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> with = fields(exchange.getRequestURI().getRawQuery());
        boolean fits = CLIENT.equals(with.get("client_id"))
                && "code".equals(with.get("response_type"))
                && List.of(with.getOrDefault("scope", "").split(" ")).contains("openid")
                && with.getOrDefault("redirect_uri", "").matches("http://127\\.0\\.0\\.1:\\d+/vao/ve")
                && "S256".equals(with.get("code_challenge_method"))
                && with.getOrDefault("code_challenge", "").matches("[\\w-]{43}")
                && with.keySet().containsAll(Set.of("state", "nonce"));
        if (!fits) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(with, grant));
        String back =
                with.get("redirect_uri") + "?" + DeskClient.encoded(Map.of("code", code, "state", with.get("state")));
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** OpenID Connect Core 1.0, 3.1.3, and RFC 7636, 4.6: a code is good once. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> with = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(with.getOrDefault("code", ""));
        boolean fits = asked != null
                && !refusing
                && "authorization_code".equals(with.get("grant_type"))
                && CLIENT.equals(with.get("client_id"))
                && asked.with().get("redirect_uri").equals(with.get("redirect_uri"))
                && asked.with().get("code_challenge").equals(challenge(with.getOrDefault("code_verifier", "")));
        if (!fits) {
            answer(exchange, 400, Map.of("error", "invalid_grant", "error_description", "no such code"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "token_type", "Bearer",
                        "access_token", signed(accessToken(asked.grant())),
                        "expires_in", asked.grant().life().toSeconds(),
                        "id_token", signed(idToken(asked.with().get("nonce")))));
    }

    private JWTClaimsSet accessToken(Grant given) {
        return claims(given.audience(), given.life())
                .claim("scope", "openid " + given.scope())
                .claim("sources", List.of("*"))
                .claim("units", given.units())
                .build();
    }

    private JWTClaimsSet idToken(String nonce) {
        var claims = claims(CLIENT, Duration.ofMinutes(10));
        return forgetting ? claims.build() : claims.claim("nonce", nonce).build();
    }

    private JWTClaimsSet.Builder claims(String audience, Duration life) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .subject("cán bộ")
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(@Nullable String form) {
        return Arrays.stream((form == null ? "" : form).split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> document) throws IOException {
        byte[] body = JSON.writeValueAsBytes(document);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What a browser does at the page of its login: it goes where it is sent. */
    URI signIn(URI authorization) {
        assertThat(authorization.toString()).startsWith(uri() + "/authorize?");
        DeskClient.Page answer = DeskClient.elsewhere(authorization);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.location());
    }
}
