package hoso.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end, its output kept.
 *
 * @param code the exit code, or {@link #TIMED_OUT}
 */
public record Command(int code, String output) {

    static final int TIMED_OUT = -1;

    /** Of util-linux or busybox. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    public static Command run(List<String> line, Path workingFolder, Duration limit) {
        try {
            var process = builder(line, workingFolder).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new ArrayList<String>();
            var reader = Thread.ofVirtual().start(() -> readInto(output, process));
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            // a grandchild may hold the pipe open after its parent has ended
            reader.join(Duration.ofSeconds(1));
            synchronized (output) {
                return new Command(ended ? process.exitValue() : TIMED_OUT, String.join("\n", output));
            }
        } catch (IOException e) {
            throw new ServerUnavailable("cannot run " + line.getFirst() + ": " + Failure.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while " + line.getFirst() + " ran", e);
        }
    }

    /** A process with an environment of its own: no PG… variable, locale or time zone of the caller reaches it. */
    public static ProcessBuilder builder(List<String> line, Path workingFolder) {
        var builder = new ProcessBuilder(line).directory(workingFolder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
        return builder;
    }

    /** What a line begins with so that Ctrl-C at the terminal reaches Hoso first, which then ends the program in its turn. */
    public static List<String> inSessionOfItsOwn() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }

    private static void readInto(List<String> output, Process process) {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(text -> {
                synchronized (output) {
                    output.add(text);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // the process was ended: what it has said so far is all there is
        }
    }

    public boolean succeeded() {
        return code == 0;
    }
}
