package hoso.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data folder of a launched house; every user may search it, PostgreSQL's too, as JUnit's temporary ones are not. */
record HouseFolder(Path path) implements AutoCloseable {

    static HouseFolder make() throws IOException {
        var folder = Files.createTempDirectory("hoso-killed-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new HouseFolder(folder);
    }

    private Path pidFile() {
        return path.resolve("postgres/cluster/postmaster.pid");
    }

    /** The postmaster that the cluster names and all its processes; none where it has gone. */
    List<ProcessHandle> postgresql() throws IOException {
        if (!Files.exists(pidFile())) return List.of();
        var pid = Files.readAllLines(pidFile()).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        postgresql().forEach(ProcessHandle::destroyForcibly);
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
