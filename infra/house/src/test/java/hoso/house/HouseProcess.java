package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.postgres.Credentials;
import hoso.standalone.launch.Launcher;
import hoso.testkit.database.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A house in a process of its own, which can be killed or frozen. */
final class HouseProcess implements AutoCloseable {

    /** A start takes some seconds; the machines that run these tests may be busy with others. */
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    private static final Pattern ADDRESS = Pattern.compile("Hoso(?:'s \\w+ side)? serves at (http://\\S+)(\\s.*)?");

    private final Process process;
    private final Path log;
    private final CompletableFuture<URI> base = new CompletableFuture<>();

    private HouseProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread.ofVirtual().start(this::listen);
    }

    /** As {@code infra/run --data …} starts it, without the broker, on any port unless one is named. */
    static HouseProcess launched(Path data, String... more) throws IOException {
        var words = new ArrayList<>(List.of(more));
        words.add("--no-kafka");
        return launchedWithBroker(data, words.toArray(String[]::new));
    }

    /** Likewise, with a broker of its own. */
    static HouseProcess launchedWithBroker(Path data, String... more) throws IOException {
        var words = new ArrayList<>(List.of("--data", data.toString(), "--port", "0"));
        words.addAll(List.of(more));
        return start(List.of(), Launcher.class.getName(), words);
    }

    /** As {@code infra/run --data …} starts it, without the broker, with properties as {@code HOSO_JAVA_OPTS} gives them. */
    static HouseProcess launchedWith(Path data, Map<String, Object> properties) throws IOException {
        return start(options(properties), Launcher.class.getName(), alone(data));
    }

    private static List<String> alone(Path data) {
        return List.of("--data", data.toString(), "--port", "0", "--no-kafka");
    }

    private static List<String> options(Map<String, Object> properties) {
        var jvm = new ArrayList<String>();
        properties.forEach((name, value) -> jvm.add("-D" + name + "=" + value));
        return jvm;
    }

    /** Likewise, beside another broker, with properties as {@code HOSO_JAVA_OPTS} gives them. */
    static HouseProcess launchedBeside(Path data, Map<String, Object> properties, String broker) throws IOException {
        var words = List.of("--data", data.toString(), "--port", "0", "--kafka", broker);
        return start(options(properties), Launcher.class.getName(), words);
    }

    /**
     * Both sides on a database of the test's.
     *
     * @param url of the database, perhaps by a detour
     * @param folder for secrets and tokens, which several processes may share
     */
    static HouseProcess on(TestDatabase database, String url, Path folder, String... more) throws IOException {
        return on(List.of(), database, url, folder, more);
    }

    static HouseProcess on(List<String> jvm, TestDatabase database, String url, Path folder, String... more)
            throws IOException {
        var words = new ArrayList<String>();
        words.add("--server.port=0");
        words.add("--hoso.tokens.folder=" + folder);
        for (String side : List.of("--hoso.store.", "--hoso.books.")) {
            words.add(side + "url=" + url);
            login(words, side, database.application());
            login(words, side + "owner-", database.owner());
        }
        words.addAll(List.of(more));
        return start(jvm, HouseAlone.class.getName(), words);
    }

    /** Likewise, for the sake of its classes alone. */
    static HouseProcess preparing(Path data, List<String> classPath) throws IOException {
        return start(classPath, List.of(), Launcher.class.getName(), alone(data));
    }

    /** As {@code infra/run} with these words starts it. */
    static HouseProcess words(String... words) throws IOException {
        return start(List.of(), Launcher.class.getName(), List.of(words));
    }

    private static void login(List<String> words, String prefix, Credentials credentials) {
        words.add(prefix + "user=" + credentials.user());
        words.add(prefix + "password=" + credentials.password());
    }

    private static HouseProcess start(List<String> jvm, String main, List<String> words) throws IOException {
        return start(ClassPath.options(), jvm, main, words);
    }

    private static HouseProcess start(List<String> classPath, List<String> jvm, String main, List<String> words)
            throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a process that lives for seconds is quicker without the second compiler
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-Daxoniq.update-checker.disabled=true", "-Duser.timezone=UTC"));
        // else many a test would wait ten seconds for a head
        line.add("-Dhoso.heads.every=1s");
        line.addAll(jvm);
        line.addAll(classPath);
        line.add(main);
        line.addAll(words);
        var log = Files.createTempFile("hoso-house-", ".log");
        log.toFile().deleteOnExit();
        return new HouseProcess(
                new ProcessBuilder(line).redirectError(log.toFile()).start(), log);
    }

    private void listen() {
        try (BufferedReader out = process.inputReader()) {
            for (var said = out.readLine(); said != null; said = out.readLine()) {
                var address = ADDRESS.matcher(said);
                if (address.matches()) base.complete(URI.create(address.group(1)));
            }
        } catch (IOException killed) {
            // then it has said all it will
        }
        base.completeExceptionally(new IllegalStateException("the house has ended: " + log()));
    }

    /** Waits until it answers. */
    HouseProcess started() throws Exception {
        base.get(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    URI base() {
        return base.join();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it ended with, by itself. */
    int exitCode() throws Exception {
        return process.onExit().get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS).exitValue();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code kill -STOP}: it is there, and does nothing. */
    void freeze() throws Exception {
        signal("STOP");
    }

    /** {@code kill -CONT}. */
    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    /** What it has written on standard error so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    /** Whatever happened to it, none of it was a fault of its own. */
    void assertWithoutFault() {
        assertThat(log()).doesNotContain(" ERROR ");
    }

    /** {@code kill}: to end in order. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends it in order, so that its PostgreSQL ends too. */
    @Override
    public void close() {
        terminate();
        try {
            process.onExit().get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            kill();
        }
    }
}
