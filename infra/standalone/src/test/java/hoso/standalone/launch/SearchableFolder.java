package hoso.standalone.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** A temporary folder that every user may search, PostgreSQL's too, as JUnit's are not. */
record SearchableFolder(Path path) implements AutoCloseable {

    static SearchableFolder make() throws IOException {
        var folder = Files.createTempDirectory("hoso-launch-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new SearchableFolder(folder);
    }

    @Override
    public void close() throws IOException {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
