package hoso.postgres;

import hoso.process.Command;
import hoso.process.Failure;
import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** Makes the cluster once, in a scratch folder that is renamed when it is whole: a crash leaves none or a good one. */
record ClusterMaker(Home home, Binaries binaries, ServerUser user) {

    /** The release the bundled binaries belong to: a cluster of another cannot be opened by them. */
    private static final String MAJOR = "18";

    static final String SUPERUSER = "postgres";

    private static final String SCRATCH = "initdb-";

    /** It takes a second; a slow disk may need a minute to flush it. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    void make(String password) {
        try {
            clearScratch();
            if (Files.exists(home.cluster())) {
                checkRelease();
                return;
            }
            var scratch = Files.createTempDirectory(home.folder(), SCRATCH);
            user.own(scratch);
            initialise(scratch, password);
            Folders.move(scratch.resolve("cluster"), home.cluster());
            Folders.delete(scratch);
        } catch (IOException e) {
            throw Failure.of("cannot make a cluster in", home.folder(), e);
        }
    }

    /** What a start that was killed has left behind; its initdb may be at work still. */
    private void clearScratch() throws IOException {
        try (var entries = Files.list(home.folder())) {
            for (var entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(SCRATCH)) {
                    new ProcessesWithin(entry, user).kill();
                    Folders.delete(entry);
                }
            }
        }
    }

    private void checkRelease() throws IOException {
        var file = home.cluster().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new ServerUnavailable(home.cluster() + " is not a PostgreSQL cluster");
        }
        var found = Files.readString(file).strip();
        if (!found.equals(MAJOR)) {
            throw new ServerUnavailable(
                    home.cluster() + " was made by PostgreSQL " + found + ", and this Hoso drives PostgreSQL " + MAJOR);
        }
    }

    private void initialise(Path scratch, String password) throws IOException {
        var file = scratch.resolve("password");
        Folders.write(file, password, "rw-------");
        user.own(file);
        var cluster = scratch.resolve("cluster");
        var initdb = Command.run(user.line(line(cluster, file)), scratch, LIMIT);
        Files.deleteIfExists(file);
        if (!initdb.succeeded()) {
            Folders.delete(scratch);
            throw new ServerUnavailable("cannot make a cluster in " + home.folder() + ": "
                    + Diagnosis.of(initdb.output()).line());
        }
        // what initdb found out about this machine stays; ours is read after it
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                "\ninclude = '../" + home.configuration().getFileName() + "'\n",
                StandardOpenOption.APPEND);
    }

    /** Texts sort by code point, whatever locale the machine has: the same order as in Java for what we sort. */
    private List<String> line(Path cluster, Path password) {
        return List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }
}
