package hoso.bench.house;

import hoso.kafka.BrokerLogin;
import hoso.kafka.EmbeddedKafka;
import hoso.process.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, started by {@code infra/run} on a folder, with the heap it has by default. */
public final class LaunchedServer implements AutoCloseable {

    private static final Pattern SERVES = Pattern.compile("Hoso serves at (http://\\S+/) .*");
    private static final long STOP_WITHIN_S = 60;
    private static final long KILOBYTES_OF_MEGABYTE = 1_024;
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Process process;
    private final URI base;
    private final Path data;

    private LaunchedServer(Process process, URI base, Path data) {
        this.process = process;
        this.base = base;
        this.data = data;
    }

    /** Starts a house that publishes nothing, and waits until it serves. */
    public static LaunchedServer start(Path root, Path data) throws IOException {
        return start(root, data, Map.of());
    }

    /** Likewise, with some things set otherwise in its environment. */
    public static LaunchedServer start(Path root, Path data, Map<String, String> environment) throws IOException {
        return start(root, data, environment, List.of("--no-kafka"));
    }

    /** Likewise one with a broker of its own, to which it publishes. */
    public static LaunchedServer startPublishing(Path root, Path data) throws IOException {
        return start(root, data, Map.of(), List.of());
    }

    private static LaunchedServer start(Path root, Path data, Map<String, String> environment, List<String> options)
            throws IOException {
        Files.createDirectories(data.getParent());
        List<String> command = new ArrayList<>();
        command.add(root.resolve("infra/run").toString());
        command.addAll(options);
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            var serves = SERVES.matcher(line);
            if (serves.matches()) return new LaunchedServer(process, URI.create(serves.group(1)), data);
        }
        throw new IOException("the server did not start; see " + data + ".log");
    }

    /** A connection of its own, kept alive. */
    public Wire connect() throws IOException {
        return new Wire(base.getHost(), base.getPort());
    }

    /** Somebody who sits down at its desk. */
    public DeskVisitor deskVisitor() throws IOException, InterruptedException {
        return DeskVisitor.signedIn(base, token("admin"));
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return new InetSocketAddress(base.getHost(), base.getPort());
    }

    /** The token of a role. */
    public String token(String role) throws IOException {
        return Files.readString(data.resolve("tokens").resolve(role + ".jwt")).strip();
    }

    /** The answer to a question, with every right. */
    public JsonNode ask(String path) throws IOException {
        try (Wire wire = connect()) {
            Wire.Answer answer = wire.send(Wire.get(path, token("admin")));
            if (answer.status() != 200)
                throw new IOException(
                        path + ": " + answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** How it stands. */
    public JsonNode status() throws IOException {
        return ask("/api/v1/status");
    }

    /** Waits until the books hold a position; answers how long that took. */
    public Duration awaitProjected(long position) throws IOException, InterruptedException {
        return await(status -> status.get("projected").longValue() >= position);
    }

    /** Waits until everything stored up to a position is on the topic; answers how long that took. */
    public Duration awaitPublished(long position) throws IOException, InterruptedException {
        return await(status -> status.get("publish").get("position").longValue() >= position);
    }

    /** Waits until its publisher's topic is read, and so is there; answers how long that took. */
    public Duration awaitReading() throws IOException, InterruptedException {
        return await(status ->
                status.get("inbound").get(0).get("state").stringValue().equals("READING"));
    }

    private Duration await(Predicate<JsonNode> reached) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!reached.test(status())) Thread.sleep(LOOK_EVERY_MILLIS);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** How the house itself logs in at its broker. */
    public BrokerLogin broker() throws IOException {
        Path secrets = data.resolve("secrets");
        var publisher = new Properties();
        try (var in = Files.newInputStream(secrets.resolve("kafka-publisher.properties"))) {
            publisher.load(in);
        }
        String bootstrap = publisher.getProperty("bootstrap.servers");
        int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
        String user = EmbeddedKafka.SUPERUSER;
        return new BrokerLogin(port, user, new Secrets(secrets).password("kafka-" + user));
    }

    /** What it, its database and its broker have computed since they were started. */
    public Computed computed() {
        return Computed.of(process.toHandle());
    }

    /** The most memory it has had resident; 0 where the system does not tell. */
    public long peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES_OF_MEGABYTE;
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        try {
            process.getInputStream().close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
