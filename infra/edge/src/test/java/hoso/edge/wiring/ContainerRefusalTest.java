package hoso.edge.wiring;

import static hoso.edge.ProblemCode.MALFORMED;
import static hoso.edge.ProblemCode.METHOD;
import static hoso.edge.ProblemCode.STALLED;
import static hoso.edge.ProblemCode.TOO_LARGE;
import static hoso.edge.ProblemCode.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tomcat refuses before any of ours sees it is answered like everything else, and never with 500. */
class ContainerRefusalTest {

    private static final String HOST = "Host: localhost\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new SampleServer(folder, "hoso.sender-stalled-after=500ms", "server.tomcat.connection-timeout=2s");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                refused("a NUL in the path", get("/api/%00"), MALFORMED),
                refused("braces in the path", get("/api/{}"), MALFORMED),
                refused("encoded braces", get("/api/%7B%7D"), UNAUTHORIZED),
                refused("an encoded slash", get("/api/a%2Fb"), MALFORMED),
                refused("an encoded backslash", get("/api/a%5Cb"), MALFORMED),
                refused("a backslash", get("/api/a\\b"), MALFORMED),
                refused("a semicolon", get("/api/a;b=c"), MALFORMED),
                refused("two slashes", get("/api//a"), MALFORMED),
                refused("a way up", get("/api/../../etc/passwd"), MALFORMED),
                refused("an encoded way up", get("/api/%2e%2e/%2e%2e/etc"), MALFORMED),
                refused("half a percent encoding", get("/api/%4"), MALFORMED),
                refused("no hex digits", get("/api/%zz"), MALFORMED),
                refused("no UTF-8 in the path", get("/api/%ff%fe"), MALFORMED),
                refused("no hex digits in the query", get("/api/v1/report?unit=%zz"), UNAUTHORIZED),
                refused("raw bytes in the path", get("/api/\u00ff"), MALFORMED),
                refused("a control character in the path", get("/api/\u0001"), MALFORMED),
                refused("a quote in the path", get("/api/\"a\""), MALFORMED),
                refused("a path without a slash", get("api"), MALFORMED),
                refused("an asterisk", get("*"), MALFORMED),
                refused("no such version", "GET / HTTP/9.9\r\n" + HOST + END, MALFORMED),
                refused("no version at all of that name", "GET / SMTP\r\n" + HOST + END, MALFORMED),
                refused("a line of nonsense", "\u0016\u0003\u0001\u0000nonsense\r\n\r\n", MALFORMED),
                refused("no host", "GET / HTTP/1.1\r\n" + END, MALFORMED),
                refused("two hosts", "GET / HTTP/1.1\r\n" + HOST + HOST + END, MALFORMED),
                refused("no such host name", "GET / HTTP/1.1\r\nHost: a b<>\r\n" + END, MALFORMED),
                refused("a header without a name", "GET / HTTP/1.1\r\n" + HOST + ": x\r\n" + END, MALFORMED),
                refused("a header with a NUL", "GET / HTTP/1.1\r\n" + HOST + "X: a\u0000b\r\n" + END, MALFORMED),
                refused("a header with no colon", "GET / HTTP/1.1\r\n" + HOST + "Nonsense\r\n" + END, MALFORMED),
                refused("a header too large", headers("X: " + "x".repeat(20_000)), TOO_LARGE),
                refused("a request line too long", get("/api/" + "x".repeat(20_000)), TOO_LARGE),
                refused("a much larger header", headers("X: " + "x".repeat(1_000_000)), TOO_LARGE),
                refused("too many headers", headers("X: y\r\n".repeat(100) + "Z: z"), MALFORMED),
                refused("two lengths", headers("Content-Length: 1\r\nContent-Length: 2"), MALFORMED),
                refused("a negative length", headers("Content-Length: -1"), MALFORMED),
                refused("a length of letters", headers("Content-Length: abc"), MALFORMED),
                refused("an endless length", headers("Content-Length: 99999999999999999999"), MALFORMED),
                refused("an unknown transfer coding", headers("Transfer-Encoding: rot13"), MALFORMED),
                refused("chunked twice", headers("Transfer-Encoding: chunked, chunked"), MALFORMED),
                refused("an unknown expectation", headers("Expect: a miracle"), MALFORMED),
                refused("TRACE", method("TRACE"), METHOD),
                refused("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n" + END, MALFORMED),
                refused("an unknown method", method("FROBNICATE"), METHOD),
                refused("a method of another protocol", method("PROPFIND"), METHOD),
                refused("a method in small letters", method("get"), METHOD),
                refused("a method that is no word", method("G@T"), MALFORMED),
                refused("no token", get("/api/v1/report"), UNAUTHORIZED),
                refused("another kind of token", headers("Authorization: Basic YTpi"), UNAUTHORIZED),
                refused("a token of DPoP", headers("Authorization: DPoP abc"), UNAUTHORIZED),
                refused("an empty token", headers("Authorization: Bearer "), UNAUTHORIZED),
                refused("a token of odd characters", headers("Authorization: Bearer !\u00e9!"), UNAUTHORIZED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void answers_a_problem_to(String what, String request, ProblemCode code) throws IOException {
        server.send(request).isProblem(code);
    }

    @Test
    void goes_on_after_each_of_them() throws IOException {
        assertThat(server.get("/api/v1/whoami", "reader").status()).isEqualTo(200);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** The seed stands in the name of the case that failed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void never_answers_500_to_a_request_with_a_few_bytes_changed(long seed) throws IOException {
        var random = new Random(seed);
        var request = new StringBuilder(
                "POST /api/v1/events?unit=H20&from=2024-01-01 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + server.token("publisher") + "\r\nAccept: application/json\r\n"
                        + "Content-Type: application/cloudevents+json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
            request.setCharAt(random.nextInt(request.length()), (char) random.nextInt(256));
        }

        try (var socket = server.connect()) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).startsWith("HTTP/1.1 200"),
                            // HTTP/0.9, which knows no status
                            text -> assertThat(text).startsWith("{\"type\":\"urn:hoso:problem:malformed\""),
                            text -> assertThat(text).startsWith("HTTP/1.1 4").contains("application/problem+json"));
        }
    }

    @Test
    void a_sender_that_stalls_within_a_body_is_told_so_with_the_facts_of_its_stream() throws IOException {
        var reply = stalled("application/x-ndjson").isProblem(STALLED);

        assertThat(reply.json().path("lastLine").asInt()).isEqualTo(3);
        assertThat(reply.headers()).containsEntry("connection", "close");
    }

    @Test
    void a_sender_that_stalls_within_a_single_event_is_told_so() throws IOException {
        stalled("application/cloudevents+json").isProblem(STALLED);
    }

    @Test
    void a_body_that_breaks_off_is_malformed_for_whoever_still_listens() throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write(chunked("application/cloudevents+json"));
            socket.shutdownOutput();
            assertThat(Reply.read(socket.getInputStream()).status()).isEqualTo(400);
        }
    }

    @Test
    void a_body_in_chunks_that_are_none_is_malformed() throws IOException {
        server.send(new String(chunked("application/cloudevents+json"), StandardCharsets.ISO_8859_1)
                        + "no chunk\r\n\r\n")
                .isProblem(MALFORMED);
    }

    @Test
    void a_header_that_never_ends_is_cut_off() throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void head_and_options_are_answered_without_a_body() throws IOException {
        var head = server.ask("HEAD", "/api/v1/whoami", server.token("reader"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();

        var headOfProblem = server.ask("HEAD", "/api/v1/nowhere", server.token("reader"));
        assertThat(headOfProblem.status()).isEqualTo(404);
        assertThat(headOfProblem.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(headOfProblem.body()).isEmpty();

        var options = server.ask("OPTIONS", "/api/v1/whoami", server.token("reader"));
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.headers().get("allow")).contains("GET").doesNotContain("POST");

        var star = server.send("OPTIONS * HTTP/1.1\r\n" + HOST + END);
        assertThat(star.status()).isEqualTo(200);
        assertThat(star.body()).isEmpty();
    }

    private static Reply stalled(String type) throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write(chunked(type));
            return Reply.read(socket.getInputStream());
        }
    }

    /** The head of a request and a first chunk of three bytes. */
    private static byte[] chunked(String type) {
        return ("POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.token("publisher")
                        + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{ }\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Arguments refused(String what, String request, ProblemCode code) {
        return Arguments.of(what, request, code);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + END;
    }

    private static String method(String method) {
        return method + " /api/v1/report HTTP/1.1\r\n" + HOST + END;
    }

    private static String headers(String headers) {
        return "POST /api/v1/events HTTP/1.1\r\n" + HOST + headers + "\r\n" + END;
    }
}
