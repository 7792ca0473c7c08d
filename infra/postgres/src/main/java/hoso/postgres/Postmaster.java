package hoso.postgres;

import hoso.process.Command;
import hoso.process.Failure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the server. The process is our child, and not pg_ctl's orphan, so that its end is known at once and it is
 * reaped; it has a session of its own, so that Ctrl-C at the terminal reaches Hoso first, which then stops it in order.
 */
record Postmaster(Server server, Process process, int port, long logOffset) {

    /** The last checkpoint of a fast shutdown writes every dirty buffer: 384 MB on a slow disk. */
    private static final Duration FAST_STOP = Duration.ofSeconds(60);

    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(5);

    static Postmaster launch(Server server, int port) {
        var log = server.log();
        try {
            log.prepare();
            var offset = log.length();
            var process = Command.builder(
                            server.user().line(line(server, port)),
                            server.home().cluster())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            return new Postmaster(server, process, port, offset);
        } catch (IOException e) {
            throw Failure.of("cannot start PostgreSQL in", server.home().folder(), e);
        }
    }

    private static List<String> line(Server server, int port) {
        var line = new ArrayList<>(Command.inSessionOfItsOwn());
        line.addAll(List.of(
                server.binaries().program("postgres").toString(),
                "-D",
                server.home().cluster().toString()));
        // the command line wins over every file
        var fixed = List.of("port=" + port, "fsync=on", "synchronous_commit=on", "full_page_writes=on");
        fixed.forEach(parameter -> line.addAll(List.of("-c", parameter)));
        return line;
    }

    boolean ready() {
        return process.isAlive() && server.home().readyAs(process.pid());
    }

    Diagnosis lastWords() {
        return Diagnosis.of(server.log().since(logOffset));
    }

    /** Ends it in order, or within bounds; waits. */
    void stop() {
        if (process.isAlive() && !server.stop("fast", FAST_STOP)) {
            abandon();
        }
        server.awaitEnd(process);
    }

    /** Ends it at once: the next start recovers from the log. */
    void abandon() {
        if (process.isAlive() && !server.stop("immediate", IMMEDIATE_STOP)) {
            server.processes().kill();
        }
        server.awaitEnd(process);
    }
}
