package hoso.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folders and files that are made whole or not at all, whatever the umask. */
public final class Folders {

    private Folders() {}

    /** Makes what is missing of the path; only folders made here get the permissions. */
    public static void make(Path folder, String permissions) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            make(parent, permissions);
        }
        Files.createDirectories(folder);
        permit(folder, permissions);
    }

    public static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Writes beside the file and renames: a reader, or a crash, finds the old content or the new. */
    public static void write(Path file, String content, String permissions) throws IOException {
        var scratch = file.resolveSibling(file.getFileName() + ".scratch");
        Files.deleteIfExists(scratch);
        Files.createFile(scratch, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(scratch, content);
        permit(scratch, permissions);
        force(scratch);
        move(scratch, file);
    }

    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
