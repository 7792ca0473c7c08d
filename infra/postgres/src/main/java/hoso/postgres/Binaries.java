package hoso.postgres;

import hoso.process.Command;
import hoso.process.Failure;
import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The unpacked programs of one PostgreSQL release, in a folder named by the digest of its archive, shared by every
 * instance of the machine (or of the user): it appears by a rename, whole, and is never changed.
 */
record Binaries(Path home) {

    private static final Duration SYNC_LIMIT = Duration.ofMinutes(2);

    /** Serialises unpacking within this JVM; the file lock does so between JVMs. */
    private static final Object UNPACKING = new Object();

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The first of the folders that has them or takes them. */
    static Binaries in(List<Path> folders) {
        try {
            var archive = archive();
            var name = "postgresql-" + digest(archive);
            for (var folder : folders) {
                if (Files.isDirectory(folder.resolve(name))) {
                    return new Binaries(folder.resolve(name));
                }
            }
            return unpacked(archive, folders, name);
        } catch (IOException e) {
            throw new ServerUnavailable("cannot read PostgreSQL's binaries: " + Failure.reason(e), e);
        }
    }

    private static Binaries unpacked(String archive, List<Path> folders, String name) {
        Optional<ServerUnavailable> refused = Optional.empty();
        for (var folder : folders) {
            try {
                synchronized (UNPACKING) {
                    return unpack(archive, folder, name);
                }
            } catch (IOException e) {
                refused = Optional.of(Failure.of("cannot unpack PostgreSQL's binaries into", folder, e));
            }
        }
        throw refused.orElseThrow();
    }

    private static Binaries unpack(String archive, Path folder, String name) throws IOException {
        Folders.make(folder, "rwxr-xr-x");
        var home = folder.resolve(name);
        try (var channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(home)) {
                var scratch = folder.resolve(name + ".scratch");
                Folders.delete(scratch);
                Files.createDirectory(scratch);
                Folders.permit(scratch, "rwxr-xr-x");
                extract(archive, scratch);
                // else a power cut could leave the new name over empty files
                Command.run(List.of("sync", "-f", scratch.toString()), scratch, SYNC_LIMIT);
                Folders.move(scratch, home);
            }
        }
        return new Binaries(home);
    }

    private static void extract(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                place(tar, entry, path);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Folders.make(Objects.requireNonNull(path.getParent()), "rwxr-xr-x");
        if (entry.isDirectory()) {
            Folders.make(path, "rwxr-xr-x");
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Folders.permit(path, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    private static String archive() {
        var machine = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        return switch (machine) {
            case "Linux/amd64" -> "/postgres-linux-x86_64.txz";
            case "Linux/aarch64" -> "/postgres-linux-arm_64.txz";
            default -> throw new ServerUnavailable("no PostgreSQL is bundled for " + machine);
        };
    }

    private static String digest(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String archive) {
        return new BufferedInputStream(Objects.requireNonNull(
                Binaries.class.getResourceAsStream(archive), () -> archive + " is not on the class path"));
    }
}
