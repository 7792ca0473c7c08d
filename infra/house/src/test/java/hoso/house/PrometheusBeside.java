package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus with the configuration that is shipped, but for whom it scrapes, by which token, and how often. */
final class PrometheusBeside implements AutoCloseable {

    private static final Path SHIPPED = Path.of("../prometheus");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Process process;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    private PrometheusBeside(Path folder, Process process, URI base) {
        this.folder = folder;
        this.process = process;
        this.base = base;
    }

    /** Whether there is one on this machine; a machine that builds fetches it. */
    static boolean canBeHad() throws IOException, InterruptedException {
        if (runs("prometheus", "--version")) return true;
        boolean fetches = "true".equals(System.getenv("CI")) && "root".equals(System.getProperty("user.name"));
        return fetches
                && runs("apt-get", "update") // a new machine knows of no package before
                && runs("apt-get", "install", "-y", "--no-install-recommends", "prometheus")
                && runs("prometheus", "--version");
    }

    private static boolean runs(String... line) throws InterruptedException {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Starts one that has scraped a house twice. */
    static PrometheusBeside scraping(URI house, String token) throws IOException {
        Path folder = Files.createTempDirectory("hoso-prometheus-");
        int port = Ports.free();
        configure(folder, house, token);
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var prometheus = new PrometheusBeside(folder, process, URI.create("http://127.0.0.1:" + port + "/api/v1/"));
        prometheus.awaitScrapes();
        return prometheus;
    }

    private static void configure(Path folder, URI house, String token) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path secret = Files.writeString(folder.resolve("monitor.jwt"), token);
        Path configuration = folder.resolve("prometheus.yml");
        String text = Files.readString(configuration);
        text = with(text, "127.0.0.1:8080", house.getAuthority());
        text = with(text, "/etc/prometheus/hoso-monitor.jwt", secret.toString());
        text = with(text, "scrape_interval: 15s", "scrape_interval: 1s");
        text = with(text, "evaluation_interval: 15s", "evaluation_interval: 1s");
        Files.writeString(configuration, text);
    }

    private static String with(String text, String shipped, String here) {
        assertThat(text).containsOnlyOnce(shipped);
        return text.replace(shipped, here);
    }

    private void awaitScrapes() {
        await().atMost(LONG_ENOUGH)
                .conditionEvaluationListener(null)
                .until(() -> process.isAlive()
                        && query("sum_over_time(up{job=\"hoso\"}[1m]) >= 2")
                                .findAny()
                                .isPresent());
    }

    /** The series that an expression has now, each with {@code metric} and {@code value}; none where it is not ready. */
    Stream<JsonNode> query(String expression) {
        return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .at("/data/result")
                .valueStream();
    }

    /** The values that a label has in series of a selector. */
    List<String> labelValues(String label, String selector) {
        return get("label/" + label + "/values?match[]=".replace("[]", "%5B%5D")
                        + URLEncoder.encode(selector, StandardCharsets.UTF_8))
                .get("data")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The rules that it has read, of all groups. */
    List<JsonNode> rules() {
        return get("rules").findValues("rules").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 503) return JSON.createObjectNode(); // it starts
            assertThat(response.statusCode())
                    .as("%s: %s", path, response.body())
                    .isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (ConnectException notYet) {
            return JSON.createObjectNode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        http.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
