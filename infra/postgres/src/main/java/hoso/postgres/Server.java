package hoso.postgres;

import hoso.process.Command;
import hoso.process.Failure;
import hoso.process.ServerLog;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster that can be served: its place, its programs and its user. */
record Server(Home home, Binaries binaries, ServerUser user) {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(5);

    /** Backends notice the end of their postmaster at once, unless they are in the middle of a computation. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** Beyond pg_ctl's own limit. */
    private static final Duration SPARE = Duration.ofSeconds(5);

    ServerLog log() {
        return new ServerLog(home.log());
    }

    ProcessesWithin processes() {
        return new ProcessesWithin(home.cluster(), user);
    }

    /** Asks the postmaster named by the cluster to end, and waits; false where it did not in that time. */
    boolean stop(String mode, Duration limit) {
        var line = List.of(
                binaries.program("pg_ctl").toString(),
                "stop",
                "--silent",
                "--wait",
                "--mode=" + mode,
                "--timeout=" + limit.toSeconds(),
                "--pgdata=" + home.cluster());
        return Command.run(user.line(line), home.folder(), limit.plus(SPARE)).succeeded();
    }

    /**
     * Ends what a start before this one has left running: the caller holds the folder's lock, so whatever works in the
     * cluster is an orphan. A process that postmaster.pid names but that works elsewhere has only been given the same
     * id: it is let be, and the file goes, since the server would take it for a rival.
     */
    void endOrphans() {
        home.pid().ifPresent(pid -> {
            if (processes().contains(pid)) {
                LOG.info("ending the PostgreSQL server (process {}) that was left running in {}", pid, home.folder());
                if (!stop("fast", FAST_STOP)) {
                    stop("immediate", IMMEDIATE_STOP);
                }
            }
        });
        var processes = processes();
        if (!processes.gone(FAREWELL)) {
            LOG.warn("killing the processes {} that were left in {}", processes.all(), home.folder());
            processes.kill();
        }
        try {
            // nothing of ours runs now, and the lock is held: whoever has that id is a stranger
            if (home.pid().flatMap(ProcessHandle::of).isPresent()) {
                Files.deleteIfExists(home.pidFile());
            }
        } catch (IOException e) {
            throw Failure.of("cannot remove", home.pidFile(), e);
        }
    }

    void awaitEnd(Process process) {
        try {
            if (!process.waitFor(SPARE.toSeconds(), TimeUnit.SECONDS)) {
                throw new ServerUnavailable("PostgreSQL (process " + process.pid() + ") does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while PostgreSQL ended", e);
        }
    }
}
