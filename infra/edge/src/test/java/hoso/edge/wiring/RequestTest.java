package hoso.edge.wiring;

import static hoso.edge.ProblemCode.FORBIDDEN;
import static hoso.edge.ProblemCode.INTERNAL;
import static hoso.edge.ProblemCode.MEDIA_TYPE;
import static hoso.edge.ProblemCode.METHOD;
import static hoso.edge.ProblemCode.NOT_ACCEPTABLE;
import static hoso.edge.ProblemCode.NOT_FOUND;
import static hoso.edge.ProblemCode.NO_SUCH_DOSSIER;
import static hoso.edge.ProblemCode.TOO_LARGE;
import static hoso.edge.ProblemCode.UNAUTHORIZED;
import static hoso.edge.ProblemCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of requests that reach the application. */
class RequestTest {

    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String STREAM = "application/x-ndjson";

    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new SampleServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void serves_on_virtual_threads() throws IOException {
        var reply = server.get("/api/v1/report?unit=H20&from=2024-02-21", "reader");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("virtual").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/nowhere                               | NOT_FOUND
            /                                             | NOT_FOUND
            /error                                        | NOT_FOUND
            /api/v1/report/                               | NOT_FOUND
            /.well-known/oauth-protected-resource         | NOT_FOUND
            /api/v1/report?unit=H20                       | MALFORMED
            /api/v1/report?unit=H20&from=tomorrow         | MALFORMED
            /api/v1/report?unit=H20&from=2024-02-30       | MALFORMED
            /api/v1/report?unit=%zz&from=2024-02-21       | MALFORMED
            /api/v1/report?unit=%ff&from=2024-02-21       | MALFORMED
            /api/v1/report?unit=%00&from=2024-02-21       | MALFORMED
            /api/v1/report?unit=%ed%a0%80&from=2024-02-21 | MALFORMED
            /api/v1/report?unit=%4&from=2024-02-21        | MALFORMED
            /api/v1/report?=&=&%00=1&from=2024-02-21      | MALFORMED
            /api/v1/dossiers/H20.1                        | NO_SUCH_DOSSIER
            /api/v1/dossiers/%F0%9F%92%A9                 | NO_SUCH_DOSSIER
            /api/v1/dossiers/%ed%a0%80                    | MALFORMED
            /api/v1/careless                              | FORBIDDEN
            /api/v1/database                              | UNAVAILABLE
            """)
    void a_question_is_refused_as_it_should_be(String path, ProblemCode code) throws IOException {
        server.get(path, "reader").isProblem(code);
    }

    @Test
    void an_id_of_ten_thousand_characters_is_not_found_and_not_repeated_in_full() throws IOException {
        var reply =
                server.get("/api/v1/dossiers/" + "x".repeat(10_000), "reader").isProblem(NO_SUCH_DOSSIER);

        assertThat(reply.json().path("detail").asString()).hasSizeLessThan(600);
    }

    @Test
    void more_parameters_than_anybody_needs_are_malformed_or_too_large() throws IOException {
        var reply = server.get("/api/v1/report?unit=H20&from=2024-01-01" + "&a=b".repeat(1_000), "reader");

        assertThat(reply.status()).isIn(400, 413);
        assertThat(reply.json().path("code").asString()).isIn("malformed", "too-large");
    }

    @Test
    void the_right_path_with_the_wrong_method_form_or_type_says_so() throws IOException {
        var wrongMethod =
                server.ask("DELETE", "/api/v1/report", server.token("admin")).isProblem(METHOD);
        assertThat(wrongMethod.headers()).containsEntry("allow", "GET");

        server.get("/api/v1/report?unit=H20&from=2024-02-21", "reader", "Accept: application/pdf")
                .isProblem(NOT_ACCEPTABLE);
        server.get("/api/v1/nowhere", "reader", "Accept: text/csv").isProblem(NOT_FOUND);
        server.get("/api/v1/nowhere", "reader", "Accept: nonsense").isProblem(NOT_FOUND);
        server.get("/api/v1/report?unit=H20&from=2024-02-21", "reader", "Accept: nonsense")
                .isProblem(NOT_ACCEPTABLE);
        server.post("/api/v1/events", "publisher", "text/plain", bytes(2)).isProblem(MEDIA_TYPE);
        server.post("/api/v1/events", "publisher", "non/sen/se", bytes(2)).isProblem(MEDIA_TYPE);
        server.post("/api/v1/events", "publisher", "multipart/form-data; boundary=x", bytes(2))
                .isProblem(MEDIA_TYPE);
        server.post(
                        "/api/v1/events",
                        "publisher",
                        "application/x-www-form-urlencoded",
                        "a=%zz".getBytes(StandardCharsets.UTF_8))
                .isProblem(MEDIA_TYPE);
        server.ask(
                        "POST",
                        "/api/v1/events",
                        server.token("publisher"),
                        "Content-Type: " + STREAM,
                        "Content-Encoding: gzip")
                .isProblem(MEDIA_TYPE);
    }

    @Test
    void a_refusal_carries_its_facts_and_a_bug_its_id_alone() throws IOException {
        var refusal = server.get("/api/v1/dossiers/H20.1", "reader").isProblem(NO_SUCH_DOSSIER);
        assertThat(refusal.json().path("id").asString()).isEqualTo("H20.1");

        var bug = server.get("/api/v1/fault", "reader").isProblem(INTERNAL);
        assertThat(bug.json().path("id").asString()).isNotBlank();
        assertThat(bug.body()).doesNotContain("a bug, at", "IllegalState");
    }

    @Test
    void what_another_wrote_with_a_failing_status_is_replaced_by_a_document() throws IOException {
        assertThat(server.get("/api/v1/bare-status", "reader")
                        .isProblem(UNAVAILABLE)
                        .body())
                .doesNotContain("sorry");
    }

    @Test
    void an_answer_that_breaks_off_is_seen_to_be_broken_off() throws IOException {
        var reply = server.get("/api/v1/half", "reader");

        assertThat(reply.status()).isEqualTo(200);
        // the chunk of length 0 that would end it is missing
        assertThat(reply.body()).contains("the first half").doesNotContain("\r\n0\r\n");
    }

    @Test
    void a_body_may_be_as_large_as_its_kind_allows_and_no_larger() throws IOException {
        assertThat(server.post("/api/v1/events", "publisher", EVENT, bytes(65_536))
                        .status())
                .isEqualTo(200);
        server.post("/api/v1/events", "publisher", EVENT, bytes(65_537)).isProblem(TOO_LARGE);
        server.post("/api/v1/events", "publisher", EVENT, bytes(10 << 20)).isProblem(TOO_LARGE);
        assertThat(server.post("/api/v1/events", "publisher", BATCH, bytes(8 << 20))
                        .status())
                .isEqualTo(200);
        server.post("/api/v1/events", "publisher", BATCH, bytes((8 << 20) + 1)).isProblem(TOO_LARGE);
        server.post("/api/v1/events", "publisher", BATCH, bytes(40 << 20)).isProblem(TOO_LARGE);

        var stream = server.post("/api/v1/events", "publisher", STREAM, bytes(40 << 20));
        assertThat(stream.json().path("bytes").asLong()).isEqualTo(40 << 20);
    }

    @Test
    void a_body_that_does_not_state_its_length_is_bounded_too() throws IOException {
        var head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + server.token("publisher") + "\r\nContent-Type: " + EVENT + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        var chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";

        assertThat(server.send(head + chunk.repeat(4) + "0\r\n\r\n").status()).isEqualTo(200);
        server.send(head + chunk.repeat(4) + "1\r\nx\r\n0\r\n\r\n").isProblem(TOO_LARGE);
        server.send(head + chunk.repeat(400) + "0\r\n\r\n").isProblem(TOO_LARGE);
    }

    @Test
    void who_sends_a_great_stream_and_reads_afterwards_learns_why_it_was_refused() throws IOException {
        server.post("/api/v1/events", "reader", STREAM, bytes(40 << 20)).isProblem(FORBIDDEN);

        var away = server.post("/api/v1/refused-stream", "publisher", STREAM, bytes(40 << 20));
        assertThat(away.isProblem(UNAVAILABLE).json().path("lastLine").asInt()).isEqualTo('x');
    }

    @Test
    void who_asks_before_it_sends_is_refused_before_it_sends() throws IOException {
        var head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: " + STREAM
                + "\r\nContent-Length: 1000000\r\n\r\n";
        var reply = server.send(head).isProblem(UNAUTHORIZED);

        assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void shields_a_browser_and_lets_no_other_origin_in() throws IOException {
        var reply = server.get("/api/v1/whoami", "reader", "Origin: https://elsewhere.example");

        assertThat(reply.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "no-referrer")
                .containsKey("content-security-policy")
                .doesNotContainKeys("access-control-allow-origin", "set-cookie", "server");
        assertThat(reply.headers().get("cache-control")).contains("no-store");
    }

    private static byte[] bytes(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }
}
