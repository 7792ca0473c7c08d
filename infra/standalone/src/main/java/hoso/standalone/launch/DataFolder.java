package hoso.standalone.launch;

import hoso.process.FolderLock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;

/** The folder that holds everything this house keeps, held by this process alone. */
record DataFolder(Path path, FolderLock lock) implements AutoCloseable {

    /** One block of any file system: enough to find out that the disk is full. */
    private static final int PROBE_BYTES = 4_096;

    static Path byDefault() {
        return isRoot() ? Path.of("/var/lib/hoso") : Path.of(System.getProperty("user.home"), ".hoso");
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes it where it is missing, locks it, and sees that it can be written to. */
    static DataFolder open(Path path) {
        ensure(path);
        return new DataFolder(path, FolderLock.take(path));
    }

    /** For one side alone, which may share it: makes it where it is missing, and sees that it can be written to. */
    static void ensure(Path path) {
        try {
            make(path);
            probe(path);
        } catch (IOException e) {
            throw Refused.unavailable("cannot use the folder " + path + ": " + reason(e));
        }
    }

    /** With what is missing above it: under a strict umask root would else close those folders to the database's user. */
    private static void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getParent() != null) {
            make(path.getParent());
        }
        Files.createDirectories(path);
        // where root launches, the database's user passes through to its own folder; secrets are closed to it
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(isRoot() ? "rwx--x--x" : "rwx------"));
    }

    private static void probe(Path path) throws IOException {
        var probe = Files.createTempFile(path, "probe-", null);
        try {
            Files.write(probe, new byte[PROBE_BYTES], StandardOpenOption.SYNC);
        } finally {
            Files.delete(probe);
        }
    }

    private static String reason(IOException e) {
        var said = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "it is not a folder";
            case IOException other when said.contains("no space left on device") -> "the disk is full";
            case IOException other -> said.isEmpty() ? other.getClass().getSimpleName() : said;
        };
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    @Override
    public void close() {
        lock.close();
    }
}
