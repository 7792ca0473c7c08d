package hoso.bench.house;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, started by {@code infra/run} on a folder, with the heap of 1 GB it has by default. */
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

    /** Starts it and waits until it serves. */
    public static LaunchedServer start(Path root, Path data) throws IOException {
        Files.createDirectories(data.getParent());
        Process process = new ProcessBuilder(
                        root.resolve("infra/run").toString(), "--data", data.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()))
                .start();
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

    /** Waits until the books hold a position; answers how long that took. */
    public Duration awaitProjected(long position) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (ask("/api/v1/status").get("projected").longValue() < position) Thread.sleep(LOOK_EVERY_MILLIS);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What it and its database have computed since they were started. */
    public Computed computed() {
        return Computed.of(process.toHandle(), process.toHandle());
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
