package hoso.edge.wiring;

import static hoso.edge.ProblemCode.FORBIDDEN;
import static hoso.edge.ProblemCode.INTERNAL;
import static hoso.edge.ProblemCode.MEDIA_TYPE;
import static hoso.edge.ProblemCode.METHOD;
import static hoso.edge.ProblemCode.NOT_ACCEPTABLE;
import static hoso.edge.ProblemCode.NOT_FOUND;
import static hoso.edge.ProblemCode.NO_SUCH_DOSSIER;
import static hoso.edge.ProblemCode.STALLED;
import static hoso.edge.ProblemCode.TOO_LARGE;
import static hoso.edge.ProblemCode.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.token.TokenIssuer;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that is served ahead of the framework answers as by the long way, and lets nobody else in. */
class ExpressLaneTest {

    private static final String PATH = "/api/v1/direct";
    private static final String EVENT = "application/cloudevents+json";

    /** Whatever the long way judges by sends a request there; this changes nothing else. */
    private static final String LONG_WAY = "Content-Encoding: identity\r\n";

    private static SampleServer server;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) {
        data = folder;
        server = new SampleServer(folder, "hoso.sender-stalled-after=500ms");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_plain_request_goes_ahead_of_the_framework() throws IOException {
        var reply = server.post(PATH, "publisher", EVENT, "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"bytes\":2,\"subject\":\"publisher\"}");
        assertThat(reply.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "no-store");
        assertThat(isExpress(reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Accept: */*\r\n", "Accept: application/json\r\n", "User-Agent: Vỏ\r\n", "Origin: x\r\n"})
    void headers_that_nobody_judges_do_not_matter(String more) throws IOException {
        assertThat(isExpress(send(PATH, EVENT, more, "{}"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG_WAY,
                "Accept: application/json;q=0.5\r\n",
                "Accept: text/html, */*;q=0.1\r\n",
                "Accept: application/*\r\n"
            })
    void what_has_to_be_judged_is_judged_by_the_long_way(String more) throws IOException {
        var reply = send(PATH, EVENT, more, "{}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"bytes\":2,\"subject\":\"publisher\"}");
        assertThat(isExpress(reply)).isFalse();
    }

    @Test
    void what_is_not_plain_is_refused_as_ever() throws IOException {
        send(PATH, EVENT, "Accept: application/pdf\r\n", "{}").isProblem(NOT_ACCEPTABLE);
        send(PATH, EVENT, "Content-Encoding: gzip\r\n", "{}").isProblem(MEDIA_TYPE);
        send(PATH, "text/plain", "", "{}").isProblem(MEDIA_TYPE);
        send(PATH + "/", EVENT, "", "{}").isProblem(NOT_FOUND);
        server.ask("PUT", PATH, server.token("publisher"), "Content-Type: " + EVENT, "Content-Length: 0")
                .isProblem(METHOD);
        assertThat(isExpress(send(PATH, EVENT + "; charset=utf-8", "", "{}"))).isFalse();
        assertThat(isExpress(send(PATH + "?a=b", EVENT, "", "{}"))).isFalse();
    }

    @Test
    void a_body_may_be_as_large_as_by_the_long_way_and_no_larger() throws IOException {
        assertThat(server.post(PATH, "publisher", EVENT, new byte[65_536]).status())
                .isEqualTo(200);
        assertThat(server.post(PATH, "publisher", EVENT, new byte[0]).status()).isEqualTo(200);
        server.post(PATH, "publisher", EVENT, new byte[65_537]).isProblem(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LONG_WAY})
    void who_is_nobody_is_told_so_before_the_body_is_sent(String more) throws IOException {
        var past = InstantSource.offset(InstantSource.system(), Duration.ofDays(-2));
        var expired = new TokenIssuer("hoso", "hoso", data.resolve("secrets"), past)
                .mint(new Caller("me", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL), Duration.ofDays(1));

        for (var token : Set.of(expired, "x.y.z", "!", "")) {
            var head = head(PATH, EVENT, more + "Expect: 100-continue\r\n", 60_000);
            server.send(head.replace(server.token("publisher"), token)).isProblem(UNAUTHORIZED);
        }
        var noToken = head(PATH, EVENT, more, 0).replaceAll("Authorization: .*\r\n", "");
        assertThat(server.send(noToken).isProblem(UNAUTHORIZED).headers()).containsEntry("www-authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LONG_WAY})
    void a_refusal_carries_its_facts_and_a_bug_its_id_alone(String more) throws IOException {
        var refusal = send(PATH, EVENT, more, "refuse").isProblem(NO_SUCH_DOSSIER);
        assertThat(refusal.json().path("id").asString()).isEqualTo("H20.1");

        var bug = send(PATH, EVENT, more, "fail").isProblem(INTERNAL);
        assertThat(bug.json().path("id").asString()).isNotBlank();
        assertThat(bug.body()).doesNotContain("a bug, at", "IllegalState");

        var reader = head(PATH, EVENT, more, 2).replace(server.token("publisher"), server.token("reader")) + "{}";
        server.send(reader).isProblem(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LONG_WAY})
    void a_sender_that_falls_silent_within_the_body_is_told_so(String more) throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write((head(PATH, EVENT, more, 100) + "{").getBytes(StandardCharsets.ISO_8859_1));
            Reply.read(socket.getInputStream()).isProblem(STALLED);
        }
    }

    @Test
    void requests_are_measured_whichever_way_they_go() throws IOException {
        var before = measured("POST", PATH, 404);
        send(PATH, EVENT, "", "refuse");
        send(PATH, EVENT, LONG_WAY, "refuse");

        assertThat(measured("POST", PATH, 404) - before).isEqualTo(2);
        server.send("GET /api/v1/nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(metrics()).contains("uri=\"OTHER\"").doesNotContain("nowhere");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** The seed stands in the name of the case that failed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void either_way_answers_the_same_to_a_request_with_a_few_bytes_changed(long seed) throws IOException {
        var random = new Random(seed);
        var plain = head(PATH, EVENT, "Accept: application/json\r\n", 2);
        var request = new StringBuilder(plain);
        for (var changes = random.nextInt(0, 3); changes > 0; changes--) {
            // not the length: what follows the body is another request
            var at = random.nextInt(plain.indexOf("Content-Length"));
            request.setCharAt(at, (char) random.nextInt(256));
        }
        var at = plain.indexOf("Content-Length");

        var express = answer(request + "{}");
        var longWay = answer(request.insert(at, LONG_WAY) + "{}");

        assertThat(express).isEqualTo(longWay);
    }

    /** Status and body; some of what cannot be read as HTTP is answered without a head, or not at all. */
    private static String answer(String request) throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var headEnd = answer.indexOf("\r\n\r\n");
            return answer.lines().findFirst().orElse("") + answer.substring(Math.max(headEnd, 0));
        }
    }

    private static long measured(String method, String uri, int status) throws IOException {
        var line = "http_server_requests_seconds_count{method=\"" + method + "\",status=\"" + status + "\",uri=\"" + uri
                + "\"} ";
        return metrics()
                .lines()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> Long.parseLong(each.substring(line.length())))
                .sum();
    }

    private static String metrics() throws IOException {
        return server.get("/actuator/prometheus", "monitor").body();
    }

    /** Only the long way says which pages may show an answer. */
    private static boolean isExpress(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return !reply.headers().containsKey("content-security-policy");
    }

    private static Reply send(String path, String type, String more, String body) throws IOException {
        return server.send(head(path, type, more, body.length()) + body);
    }

    private static String head(String path, String type, String more, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.token("publisher")
                + "\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }
}
