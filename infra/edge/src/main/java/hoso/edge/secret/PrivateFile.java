package hoso.edge.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Files that only their owner may read (0600, in a folder 0700), there whole and durable or not at all. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> AS_FILE = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
    private static final FileAttribute<?> AS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** Writes the file unless there is one, in which case that one stays: of two that create it, one wins. */
    public static void createOnce(Path file, byte[] content) throws IOException {
        var scratch = scratch(file, content);
        try {
            Files.createLink(file, scratch);
        } catch (FileAlreadyExistsException _) {
            // another process was faster
        } finally {
            Files.delete(scratch);
        }
        flush(folder(file));
    }

    /** Writes the file, in place of one that may be there. */
    public static void replace(Path file, byte[] content) throws IOException {
        Files.move(scratch(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flush(folder(file));
    }

    /** Reads it, closed to others first, should it have come from a backup that lost its mode. */
    public static byte[] read(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
            Files.setPosixFilePermissions(file, OWNER_ALONE);
        }
        return Files.readAllBytes(file);
    }

    private static Path scratch(Path file, byte[] content) throws IOException {
        createFolder(folder(file));
        var scratch = file.resolveSibling("." + file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try (var channel =
                FileChannel.open(scratch, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), AS_FILE)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(scratch);
            throw failed;
        }
        return scratch;
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                Files.createDirectory(folder, AS_FOLDER);
            } catch (FileAlreadyExistsException _) {
                // another process was faster
            }
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
