package hoso.postgres;

import hoso.process.Command;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL's processes that work in one folder of ours. A process id proves nothing, since it is used again; what
 * counts is the working directory, which every server process sets to its cluster, and the program that runs. A
 * process that has ended but is not reaped (no init in a container) has no working directory any more.
 */
record ProcessesWithin(Path folder, ServerUser user) {

    private static final Path PROC = Path.of("/proc");
    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "setpriv", "setsid");
    private static final Duration TOOL = Duration.ofSeconds(10);
    private static final long POLL_MS = 10;

    List<Long> all() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.map(ProcessHandle::pid).filter(this::contains).toList();
        }
    }

    boolean contains(long pid) {
        var process = PROC.resolve(String.valueOf(pid));
        try {
            return ServerUser.id(process, "uid") == user.uid()
                    && target(process.resolve("cwd"))
                            .filter(path -> path.startsWith(folder))
                            .isPresent()
                    && target(process.resolve("exe")).filter(this::isOurs).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOurs(Path program) {
        // a program whose file is gone is shown as "postgres (deleted)"
        return PROGRAMS.contains(program.getFileName().toString().split(" ", 2)[0]);
    }

    /** Root in a container without CAP_SYS_PTRACE may not see where another user's process works: that user may. */
    private Optional<Path> target(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (AccessDeniedException e) {
            if (!user.switched()) {
                return Optional.empty();
            }
            var answer = Command.run(user.line(List.of("readlink", "-n", link.toString())), PROC, TOOL);
            return answer.succeeded() ? Optional.of(Path.of(answer.output())) : Optional.empty();
        }
    }

    /** Whether all of them have ended within the time given. */
    boolean gone(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!all().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Only for what has no postmaster over it: without one the next start recovers from the log. */
    void kill() {
        var pids = all();
        if (pids.isEmpty()) {
            return;
        }
        var line = new ArrayList<>(List.of("sh", "-c", "kill -KILL \"$@\"", "sh"));
        pids.forEach(pid -> line.add(pid.toString()));
        Command.run(user.line(line), PROC, TOOL);
        if (!gone(TOOL)) {
            throw new ServerUnavailable("processes " + all() + " in " + folder + " do not end");
        }
    }

    /** CPU time taken so far by all of them, in clock ticks: what works, takes some. */
    long ticks() {
        return all().stream().mapToLong(ProcessesWithin::ticks).sum();
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            // after the name in brackets: state is field 3 of proc(5), utime 14, stime 15
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while processes of PostgreSQL ended", e);
        }
    }
}
