package hoso.standalone.backup;

import hoso.edge.heads.ProofFolder;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is read again: each entry must be the one that its manifest has the SHA-256 of. */
final class SavedFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    /** Some thousand keys and incarnations. */
    private static final int MANIFEST_BYTES_MAX = 4 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private SavedFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static SavedFile open(Path file) throws IOException, UnfitBackup {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException noZip) {
            throw new UnfitBackup(file + " is no backup, or was cut: " + noZip.getMessage());
        }
        try {
            var entry = zip.getEntry(BackupFile.MANIFEST);
            if (entry == null) throw new UnfitBackup(file + " is no backup: it has no manifest");
            try (InputStream in = zip.getInputStream(entry)) {
                return new SavedFile(file, zip, Manifest.read(in.readNBytes(MANIFEST_BYTES_MAX)));
            }
        } catch (IllegalArgumentException unknown) {
            zip.close();
            throw new UnfitBackup(file + " is no backup that this version reads: " + unknown.getMessage());
        } catch (IOException | UnfitBackup failed) {
            zip.close();
            throw failed;
        }
    }

    Path file() {
        return file;
    }

    Manifest manifest() {
        return manifest;
    }

    /** The names of entries that lie in a folder. */
    List<String> files(String folder) {
        return manifest.parts().keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .sorted()
                .toList();
    }

    /** Whether a file of a public key is of one that signs the chain of snapshots. */
    static boolean isOfChain(Path key) {
        String name = String.valueOf(key.getFileName());
        return name.startsWith(ProofFolder.SNAPSHOTS + "-") && name.endsWith(".pem");
    }

    /** What reads an entry to its end. */
    interface Reader {
        void read(InputStream in) throws Exception;
    }

    /** @throws UnfitBackup where it is not the entry that was written */
    void read(String name, Reader reader) throws Exception {
        var part = manifest.parts().get(name);
        var entry = zip.getEntry(name);
        if (part == null || entry == null) throw new UnfitBackup(file + " lacks its entry " + name);
        var digest = BackupFile.sha256();
        try (var in = new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry), BUFFER_BYTES), digest)) {
            reader.read(in);
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (ZipException | EOFException damaged) {
            throw new UnfitBackup(file + " is damaged in its entry " + name + ": " + damaged.getMessage());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256()))
            throw new UnfitBackup(file + " was changed: its entry " + name + " is not the one that was written");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
