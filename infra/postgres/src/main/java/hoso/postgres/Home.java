package hoso.postgres;

import hoso.process.Failure;
import hoso.process.Folders;
import hoso.process.Ports;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Where things lie in the data folder. It is ours; the cluster within belongs to the user the server runs as. */
record Home(Path folder) {

    /** Line of postmaster.pid that holds the port, counted from 0. */
    private static final int PORT_LINE = 3;

    /** Line of postmaster.pid that holds the state, counted from 0. */
    private static final int STATE_LINE = 7;

    /** One that needs no rights. */
    private static final Pattern PORT = Pattern.compile("[1-5][0-9]{3,4}");

    static Home prepare(Path dataFolder, ServerUser user) {
        try {
            // others may pass through to what they own, but not look around
            Folders.make(dataFolder, user.switched() ? "rwx--x--x" : "rwx------");
            return new Home(dataFolder.toRealPath());
        } catch (IOException e) {
            throw Failure.of("cannot use the folder", dataFolder, e);
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path configuration() {
        return folder.resolve("hoso.conf");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    /** The process that postmaster.pid names, which after a crash may be anyone's. */
    Optional<Long> pid() {
        return pidLines().stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }

    boolean readyAs(long pid) {
        var lines = pidLines();
        return lines.size() > STATE_LINE
                && lines.getFirst().equals(String.valueOf(pid))
                && lines.get(STATE_LINE).strip().equals("ready");
    }

    /** Where the server that postmaster.pid names takes connections, as long as its process is there. */
    OptionalInt servingPort() {
        var lines = pidLines();
        boolean serves = pid().filter(pid -> ProcessHandle.of(pid).isPresent() && readyAs(pid))
                .isPresent();
        return serves ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : OptionalInt.empty();
    }

    private List<String> pidLines() {
        try {
            return Files.readAllLines(pidFile(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw Failure.of("cannot read", pidFile(), e);
        }
    }

    /** The one wanted, else the last one, which others may have written down, unless it is taken; else any. */
    int port(OptionalInt wanted) {
        if (wanted.isPresent() && !Ports.isFree(wanted.getAsInt())) {
            throw new ServerUnavailable("port " + wanted.getAsInt() + ", which PostgreSQL was to have, is taken");
        }
        return wanted.orElseGet(
                () -> lastPort().stream().filter(Ports::isFree).findFirst().orElseGet(Ports::free));
    }

    /** Empty where there was none, or where the file says nothing of use: any port will do. */
    private OptionalInt lastPort() {
        try {
            var last = Files.readString(portFile()).strip();
            return PORT.matcher(last).matches() ? OptionalInt.of(Integer.parseInt(last)) : OptionalInt.empty();
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }

    void rememberPort(int port) {
        try {
            Folders.write(portFile(), port + "\n", "rw-------");
        } catch (IOException e) {
            throw Failure.of("cannot write", portFile(), e);
        }
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    /** Writes the server's configuration: ours, then what the caller wants otherwise. */
    void configure(Settings settings) {
        try (var ours = Home.class.getResourceAsStream("hoso.conf")) {
            var text =
                    new StringBuilder(new String(Objects.requireNonNull(ours).readAllBytes(), StandardCharsets.UTF_8));
            settings.configuration()
                    .forEach((name, value) -> text.append(name + " = '" + value.replace("'", "''") + "'\n"));
            Folders.write(configuration(), text.toString(), "rw-r--r--");
            var local = folder.resolve("local.conf");
            if (!Files.exists(local)) {
                Folders.write(local, "# what this machine needs otherwise; read at every start\n", "rw-r--r--");
            }
        } catch (IOException e) {
            throw Failure.of("cannot write", configuration(), e);
        }
    }
}
