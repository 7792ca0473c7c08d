package hoso.standalone.backup;

import hoso.standalone.launch.Refused;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup while it is written: entry by entry into {@code FILE.part}, which gets its name when all of it is on disk. Only its
 * owner may read it, since it has people's free texts.
 */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Map<String, Manifest.Part> parts = new LinkedHashMap<>();
    private boolean whole;

    private BackupFile(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        // events shrink to a fifth at any level, and a backup is as fast as this is
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** @throws Refused where there is such a file, or another program writes it */
    static BackupFile create(Path file) throws IOException {
        if (Files.exists(file)) throw Refused.unavailable(file + " exists: a backup never writes over a file");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException begun) {
            throw Refused.unavailable(part + " is being written, or was left by a backup that was broken off: remove it"
                    + " where no backup runs");
        }
        return new BackupFile(file, part, channel);
    }

    /** What writes an entry; answers with the number of its rows. */
    interface Content {
        long write(OutputStream out) throws Exception;
    }

    /** Answers with the number of its rows. */
    long add(String name, Content content) throws Exception {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        long rows = content.write(new DigestOutputStream(new Uncloseable(zip), digest));
        zip.closeEntry();
        parts.put(name, new Manifest.Part(rows, HexFormat.of().formatHex(digest.digest())));
        return rows;
    }

    /** What was added so far. */
    Map<String, Manifest.Part> parts() {
        return parts;
    }

    /** Adds the manifest, and gives the file its name: it is there from now on, whatever happens. */
    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (var folder =
                FileChannel.open(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
            folder.force(true);
        }
        whole = true;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was not finished is taken away. */
    @Override
    public void close() throws IOException {
        if (whole) return;
        channel.close();
        Files.deleteIfExists(part);
    }

    private static final class Uncloseable extends FilterOutputStream {

        private Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
