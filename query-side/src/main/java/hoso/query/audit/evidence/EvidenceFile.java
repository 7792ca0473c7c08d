package hoso.query.audit.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a bundle from a file, which may be anything. */
public final class EvidenceFile {

    /** The longest history of a dossier, of 2,000 events that each decide 1,000 others anew, is some 100 MB. */
    private static final int FILE_BYTES_MAX = 256 << 20;

    private static final int FILES_MAX = 100;

    private EvidenceFile() {}

    /**
     * @param expected the fingerprint that the office has published; empty where it is not known
     * @throws IOException where it cannot be read, or is no ZIP of a sensible size
     */
    public static EvidenceCheck.Outcome check(Path zip, Optional<String> expected) throws IOException {
        return EvidenceCheck.of(files(zip), expected);
    }

    private static Map<String, byte[]> files(Path path) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(path);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(FILE_BYTES_MAX);
                boolean again = files.put(entry.getName(), content) != null;
                if (again) throw new IOException(entry.getName() + " is in it twice");
                if (content.length == FILE_BYTES_MAX || files.size() > FILES_MAX)
                    throw new IOException("it is larger than any evidence");
            }
        }
        if (files.isEmpty()) throw new IOException("it is no ZIP");
        return files;
    }
}
