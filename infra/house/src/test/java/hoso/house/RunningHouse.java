package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.token.TokenIssuer;
import hoso.postgres.Credentials;
import hoso.standalone.StandaloneApplication;
import hoso.testkit.database.TestDatabase;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides in this JVM on a database of their own, asked over HTTP like any instance. */
final class RunningHouse implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningHouse(Path folder, ServletWebServerApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    static RunningHouse on(TestDatabase database) {
        return on(database, Map.of());
    }

    /** With some things configured otherwise. */
    static RunningHouse on(TestDatabase database, Map<String, ?> otherwise) {
        return of(StandaloneApplication.class, database, otherwise);
    }

    /** One of the two sides, or both. */
    static RunningHouse of(Class<?> application, TestDatabase database) {
        return of(application, database, Map.of());
    }

    /** Likewise, with some things configured otherwise. */
    static RunningHouse of(Class<?> application, TestDatabase database, Map<String, ?> otherwise) {
        Path folder = scratchFolder();
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("hoso.tokens.folder", folder.toString());
        properties.put("hoso.heads.every", "200ms"); // nobody need wait for evidence
        for (String side : List.of("hoso.store", "hoso.books")) {
            properties.put(side + ".url", database.jdbcUrl());
            login(properties, side + ".", database.application());
            login(properties, side + ".owner-", database.owner());
        }
        var arguments = otherwise.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(application)
                .properties(properties)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments);
        return new RunningHouse(folder, context);
    }

    private static void login(Map<String, Object> properties, String prefix, Credentials credentials) {
        properties.put(prefix + "user", credentials.user());
        properties.put(prefix + "password", credentials.password());
    }

    private static Path scratchFolder() {
        try {
            return Files.createTempDirectory("hoso-house");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An answer with its status. */
    record Answer(int status, JsonNode body) {}

    /** Asks with every right. */
    JsonNode get(String path, Map<String, ?> parameters) {
        Answer answer = ask(path, parameters, token(Role.ADMIN, Set.of("*"), Set.of("*")));
        if (answer.status() != 200) throw new AssertionError(path + " " + parameters + ": " + answer);
        return answer.body();
    }

    Answer ask(String path, Map<String, ?> parameters, String token) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path + (query.isEmpty() ? "" : "?" + query), token).GET());
    }

    /** Publishes lines as one stream with every right. */
    JsonNode publish(List<String> lines) {
        Answer answer =
                post("application/x-ndjson", String.join("\n", lines), token(Role.ADMIN, Set.of("*"), Set.of("*")));
        if (answer.status() != 200) throw new AssertionError(answer);
        return answer.body();
    }

    Answer post(String contentType, String body, String token) {
        return post("/api/v1/events", contentType, body, token);
    }

    Answer post(String path, String contentType, String body, String token) {
        return send(request(path, token)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Publishes lines as they come out of a source. */
    Answer stream(InputStream lines, String token) {
        return send(request("/api/v1/events", token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines)));
    }

    String token(Role role, Set<String> sources, Set<String> units) {
        return token(new Caller(role.code(), role.scopes(), sources, new UnitRights(units)));
    }

    String token(Caller caller) {
        return new TokenIssuer("hoso", "hoso", secrets(), Clock.systemUTC()).mint(caller, Duration.ofHours(1));
    }

    /** The folder of the key that tokens are signed with. */
    Path secrets() {
        return folder.resolve("secrets");
    }

    ApplicationContext context() {
        return context;
    }

    /** As an operator does: its public keys are put where those of its name belong. */
    void trustHeadsOf(String name, RunningHouse origin) {
        Path keys = folder.resolve("origins").resolve(name).resolve("keys");
        try (var files = Files.list(origin.folder.resolve("keys"))) {
            Files.createDirectories(keys);
            for (Path key : files.toList()) Files.copy(key, keys.resolve(key.getFileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is answered to whoever may ask anything, as it comes. */
    byte[] download(String path) {
        HttpResponse<byte[]> response =
                sent(request(path, token(Role.ADMIN, Set.of("*"), Set.of("*"))).GET());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = sent(request);
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
