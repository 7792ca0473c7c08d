package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.vocabulary.UnitRights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

    private static final SetClock CLOCK = new SetClock();

    private static RSAKey key;
    private static RSAKey foreignKey;
    private static TokenIssuer issuer;
    private static TokenReader reader;

    @BeforeAll
    static void issuer(@TempDir Path own, @TempDir Path foreign) {
        issuer = new TokenIssuer("hoso", "hoso", own, CLOCK);
        key = SigningKey.keptIn(own);
        foreignKey = SigningKey.keptIn(foreign);
        reader = new TokenReader(List.of(issuer.trusted()), CLOCK);
    }

    @Test
    void reads_back_what_was_minted() {
        var caller = new Caller(
                "H20-mot-cua", Role.REGISTRAR.scopes(), Set.of("urn:a", "urn:b"), new UnitRights(Set.of("H20.12")));

        var read = reader.read(issuer.mint(caller, Duration.ofDays(1)));

        assertThat(read.caller()).isEqualTo(caller);
        assertThat(read.ends()).isEqualTo(CLOCK.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void what_is_missing_grants_nothing() {
        var read = reader.read(signed(claims()));

        assertThat(read.caller()).isEqualTo(new Caller("somebody", Set.of(), Set.of(), UnitRights.NONE));
    }

    @Test
    void what_is_of_another_form_grants_nothing_either() {
        var odd = claims().claim("scope", 7)
                .claim("units", "*")
                .claim("sources", Map.of("*", "*"))
                .claim("scp", List.of("report:read", 3, "no-such:scope"));

        assertThat(reader.read(signed(odd)).caller())
                .isEqualTo(new Caller("somebody", Set.of(Scope.REPORT_READ), Set.of(), UnitRights.NONE));
    }

    @Test
    void a_token_holds_to_its_last_instant_and_no_longer() {
        var token = issuer.mint(Grant.of(Role.READER), Duration.ofSeconds(60));
        var later = new SetClock();
        var laterReader = new TokenReader(List.of(issuer.trusted()), later);

        later.move(Duration.ofMillis(59_999));
        assertThat(laterReader.read(token).caller().subject()).isEqualTo("reader");
        later.move(Duration.ofMillis(1));
        refused(laterReader, token, "expired");
    }

    @Test
    void refuses_claims_that_do_not_fit() {
        refused(signed(claims().expirationTime(null)), "no end");
        refused(signed(claims().expirationTime(at(-1))), "expired");
        refused(signed(claims().notBeforeTime(at(61))), "not valid yet");
        assertThat(reader.read(signed(claims().notBeforeTime(at(59)))).caller().subject())
                .isEqualTo("somebody");
        refused(signed(claims().audience("another")), "audience");
        refused(signed(claims().audience((String) null)), "audience");
        assertThat(reader.read(signed(claims().audience(List.of("another", "hoso"))))
                        .caller()
                        .subject())
                .isEqualTo("somebody");
        refused(signed(claims().issuer("another")), "issuer");
        refused(signed(claims().issuer(null)), "issuer");
        refused(signed(claims().subject(null)), "subject");
        refused(signed(claims().subject(" ")), "subject");
        refused(signed(claims().subject("a\u0000b")), "subject");
        refused(signed(claims().subject("x".repeat(257))), "subject");
        refused(signed(claims().claim("cnf", Map.of("jkt", "x"))), "bound to a key");
    }

    @Test
    void refuses_a_signature_by_anything_but_the_issuers_key_and_algorithm() throws Exception {
        refused(new PlainJWT(claims().build()).serialize(), "signature, algorithm");
        refused(
                signed(header(JWSAlgorithm.RS256, foreignKey.getKeyID()), claims(), new RSASSASigner(foreignKey)),
                "signature");
        // by another's key under the name of ours
        refused(
                signed(header(JWSAlgorithm.RS256, key.getKeyID()), claims(), new RSASSASigner(foreignKey)),
                "signature");
        refused(signed(header(JWSAlgorithm.RS512, key.getKeyID()), claims(), new RSASSASigner(key)), "signature");
        // the classic: the public key taken for a shared secret
        var secret = new MACSigner(key.toRSAPublicKey().getEncoded());
        refused(signed(header(JWSAlgorithm.HS256, key.getKeyID()), claims(), secret), "signature");
        var curve = new ECKeyGenerator(Curve.P_256).generate();
        refused(signed(header(JWSAlgorithm.ES256, key.getKeyID()), claims(), new ECDSASigner(curve)), "signature");
    }

    @Test
    void refuses_what_is_signed_well_but_is_no_access_token() throws Exception {
        var logout = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(key.getKeyID())
                .build();
        refused(signed(logout, claims(), new RSASSASigner(key)), "type");

        var critical = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .criticalParams(Set.of("odd"))
                .customParam("odd", 1)
                .build();
        refused(signed(critical, claims(), new RSASSASigner(key)), "signature");
    }

    @Test
    void refuses_a_token_with_any_part_of_it_changed() {
        var parts = issuer.mint(Grant.of(Role.READER), Duration.ofDays(1)).split("\\.");
        var admin = issuer.mint(Grant.of(Role.ADMIN), Duration.ofDays(1)).split("\\.");

        refused(parts[0] + "." + admin[1] + "." + parts[2], "signature");
        refused(parts[0] + "." + parts[1] + ".", "");
        refused(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".", "signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b.c", "....", "e30.e30.e30", "e30.e30.", "bnVsbA.bnVsbA.bnVsbA", "W10.W10.W10"
            })
    void refuses_what_is_no_token(String text) {
        refused(text, "");
    }

    /** The seed stands in the name of the case that failed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refuses_a_token_whose_json_is_anything_else(long seed) {
        var random = new Random(seed);
        var parts = issuer.mint(Grant.of(Role.ADMIN), Duration.ofDays(1)).split("\\.");
        var part = random.nextInt(2);
        var json = new StringBuilder(new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8));
        var before = json.toString();
        var odd = List.of("null", "{", "}", "[]", "\"", ",", "0", "-1e999", "true", "\u0000", "{\"a\":null}", ":");
        for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
            var at = random.nextInt(json.length());
            json.replace(at, Math.min(json.length(), at + random.nextInt(12)), odd.get(random.nextInt(odd.size())));
        }
        if (!json.toString().equals(before)) {
            parts[part] = base64(json.toString());
            refused(String.join(".", parts), "");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @Test
    void refuses_deep_nesting_without_falling_over() {
        refused(base64("{\"alg\":" + "[".repeat(10_000)) + ".e30.e30", "");
        refused(base64("{\"alg\":\"RS256\"}") + "." + base64("{\"iss\":" + "{\"a\":".repeat(2_000)) + ".e30", "");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("somebody")
                .issuer("hoso")
                .audience("hoso")
                .expirationTime(at(60));
    }

    private static Date at(int secondsFromNow) {
        return Date.from(Instant.from(CLOCK.instant().plusSeconds(secondsFromNow)));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        try {
            return signed(header(JWSAlgorithm.RS256, key.getKeyID()), claims, new RSASSASigner(key));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String token, String why) {
        refused(reader, token, why);
    }

    private static void refused(TokenReader reader, String token, String why) {
        assertThatThrownBy(() -> reader.read(token)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHORIZED);
            assertThat(problem.detail()).contains(why);
        });
    }
}
