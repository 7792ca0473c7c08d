package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a house over HTTP with every right.
 *
 * @param base where it serves, which after a restart is elsewhere
 */
record HouseClient(Supplier<URI> base, String token) {

    static final String ONE = "application/cloudevents+json";
    static final String STREAM = "application/x-ndjson";

    /** Longer than any answer may take; a test that must know says how long it took. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** With the administrator's token of a folder. */
    static HouseClient of(Supplier<URI> base, Path folder) throws IOException {
        return new HouseClient(
                base, Files.readString(folder.resolve("tokens/admin.jwt")).strip());
    }

    static HouseClient of(HouseProcess house, Path folder) throws IOException {
        return of(house::base, folder);
    }

    record Answer(int status, HttpHeaders headers, JsonNode body, Duration took) {

        long number(String member) {
            return body.get(member).longValue();
        }

        String text(String member) {
            return body.path(member).asString("");
        }

        boolean flag(String member) {
            return body.get(member).booleanValue();
        }

        /** A member that has members of its own. */
        Answer within(String member) {
            return new Answer(status, headers, body.get(member), took);
        }

        boolean isUnavailable() {
            return status == 503
                    && text("code").equals("unavailable")
                    && headers.firstValue("Retry-After").isPresent();
        }
    }

    Answer one(String event) throws IOException {
        return post(ONE, BodyPublishers.ofString(event));
    }

    Answer stream(List<String> lines) throws IOException {
        return post(STREAM, BodyPublishers.ofString(String.join("\n", lines)));
    }

    /** Publishes what none of may be refused; answers the newest position. */
    long publish(List<String> lines) throws IOException {
        var answer = stream(lines);
        assertThat(answer.number("rejected")).as("" + answer.body()).isZero();
        return answer.number("lastPosition");
    }

    /** How many events are signed. */
    long signed() throws IOException {
        return get("api/v1/status").body().at("/heads/size").asLong();
    }

    /** Freezes a report on all units and all lives; answers its id. */
    String freeze() throws IOException {
        var answer = order("api/v1/snapshots", """
                {"unit":"%s","from":"%s","to":"%s","kind":"YEAR"}""".formatted(Lives.ROOT, Lives.FROM, Lives.TO));
        assertThat(answer.status()).as("" + answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    Answer post(String contentType, BodyPublisher body) throws IOException {
        return send(request("api/v1/events").header("Content-Type", contentType).POST(body));
    }

    /** An order that says nothing more. */
    Answer order(String path) throws IOException {
        return order(path, "{}");
    }

    Answer order(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** What it shows of itself now under a name with labels, as {@code hoso_disk_free_bytes{folder="kafka"}}. */
    double metric(String sample) throws IOException {
        try {
            String scraped = HTTP.send(request("actuator/prometheus").GET().build(), BodyHandlers.ofString())
                    .body();
            return scraped.lines()
                    .filter(line -> line.startsWith(sample + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + sample));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** Whether it says that it may be asked. */
    boolean isReady() {
        try {
            return get("actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.get().resolve("/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) throws IOException {
        long began = System.nanoTime();
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var body = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(), response.headers(), body, Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
