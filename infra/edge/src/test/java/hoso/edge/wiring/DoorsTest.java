package hoso.edge.wiring;

import static hoso.edge.ProblemCode.FORBIDDEN;
import static hoso.edge.ProblemCode.METHOD;
import static hoso.edge.ProblemCode.NOT_FOUND;
import static hoso.edge.ProblemCode.UNAUTHORIZED;
import static hoso.edge.ProblemCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.token.OpenIdProvider;
import hoso.edge.token.TokenIssuer;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, with the tokens of both issuers. */
class DoorsTest {

    private static OpenIdProvider provider;
    private static SampleServer server;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        data = folder;
        provider = new OpenIdProvider();
        server = new SampleServer(
                folder,
                "hoso.tokens.external.issuer-uri=" + provider.issuer(),
                "hoso.tokens.external.audience=hoso-h20");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @Test
    void a_token_of_a_role_is_its_caller() throws IOException {
        var me = server.get("/api/v1/whoami", "registrar");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body())
                .contains(
                        "\"subject\":\"registrar\"", "\"events:correct\"", "\"units\":[\"*\"]", "\"sources\":[\"*\"]");
    }

    @Test
    void a_token_of_the_external_issuer_is_its_caller_and_one_for_another_audience_is_nobodys() throws IOException {
        var me = server.ask("GET", "/api/v1/whoami", provider.token("hoso-h20", "openid report:read"));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"subject\":\"an official\"", "\"scopes\":[\"report:read\"]", "\"units\":[\"H20\"]")
                .contains("\"sources\":[]");

        server.ask("GET", "/api/v1/whoami", provider.token("hoso", "admin")).isProblem(UNAUTHORIZED);
    }

    @Test
    void without_a_token_one_comes_in_where_path_and_endpoint_are_both_open() throws IOException {
        assertThat(nobodyAsks("/schemas/open.json").status()).isEqualTo(200);
        nobodyAsks("/schemas/closed.json").isProblem(FORBIDDEN);
        nobodyAsks("/api/v1/open").isProblem(UNAUTHORIZED);
    }

    private static Reply nobodyAsks(String path) throws IOException {
        return server.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Test
    void an_expired_token_is_nobodys() throws IOException {
        var past = InstantSource.offset(InstantSource.system(), Duration.ofDays(-2));
        var expired = new TokenIssuer("hoso", "hoso", data.resolve("secrets"), past)
                .mint(new Caller("me", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL), Duration.ofDays(1));

        var reply = server.ask("GET", "/api/v1/whoami", expired).isProblem(UNAUTHORIZED);
        assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer error=\"invalid_token\"");
        assertThat(reply.json().path("detail").asString()).contains("expired");
    }

    @Test
    void a_token_that_makes_parsers_stumble_is_nobodys() throws IOException {
        for (var token : List.of(
                "bnVsbA.bnVsbA.bnVsbA", "e30.e30.e30", "a.b.c", "x".repeat(9_000), "eyJhbGciOiJub25lIn0.e30.")) {
            server.ask("GET", "/api/v1/whoami", token).isProblem(UNAUTHORIZED);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void metrics_are_for_those_who_may_read_them(Role role) throws IOException {
        var reply = server.get("/actuator/prometheus", role.code());

        if (role == Role.MONITOR || role == Role.ADMIN) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains("jvm_memory_used_bytes");
        } else {
            reply.isProblem(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void an_endpoint_is_for_those_with_its_scope(Role role) throws IOException {
        var reply = server.get("/api/v1/report?unit=H20&from=2024-01-01", role.code());

        switch (role) {
            case READER, AUDITOR, ADMIN -> assertThat(reply.status()).isEqualTo(200);
            case PUBLISHER, REGISTRAR, MONITOR -> reply.isProblem(FORBIDDEN);
        }
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_come_in_lets_nobody_in() throws IOException {
        server.get("/api/v1/careless", "admin").isProblem(FORBIDDEN);
    }

    @Test
    void health_is_open_and_tells_nothing_but_itself() throws IOException {
        for (var path : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            var reply = server.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains("UP").doesNotContain("components");
        }
        server.send("POST /actuator/health HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .isProblem(METHOD);
        server.send("GET /actuator/health/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .isProblem(NOT_FOUND);
    }

    @Test
    void health_that_is_down_is_a_problem_like_any_other() throws IOException {
        server.send("GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .isProblem(UNAVAILABLE);
    }

    @Test
    void the_rest_of_the_actuator_is_closed() throws IOException {
        server.get("/actuator/env", "monitor").isProblem(FORBIDDEN);
        server.get("/actuator", "monitor").isProblem(FORBIDDEN);
        server.get("/actuator/env", "admin").isProblem(NOT_FOUND);
        server.get("/actuator", "admin").isProblem(NOT_FOUND);
    }

    @Test
    void nothing_else_is_open() throws IOException {
        for (var path : List.of(
                "/",
                "/api/v1/report",
                "/api/v1/nowhere",
                "/error",
                "/actuator/env",
                "/actuator/prometheus",
                "/login",
                "/h2-console",
                "/swagger-ui/index.html",
                "/v3/api",
                "/.well-known/oauth-protected-resource")) {
            server.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .isProblem(UNAUTHORIZED);
        }
        // open, but this application has none
        server.send("GET /v3/api-docs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .isProblem(NOT_FOUND);
    }

    @Test
    void nothing_was_asked_of_the_network_before_a_token_came(@TempDir Path elsewhere) throws IOException {
        // an address that would not answer: the start would fail on it
        try (var lonely = new SampleServer(elsewhere, "hoso.tokens.external.issuer-uri=http://127.0.0.1:1")) {
            assertThat(lonely.get("/api/v1/whoami", "reader").status()).isEqualTo(200);
        }
        assertThat(Files.exists(elsewhere.resolve("secrets/token-key.pem"))).isTrue();
    }
}
