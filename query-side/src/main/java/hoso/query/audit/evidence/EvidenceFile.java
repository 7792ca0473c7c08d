package hoso.query.audit.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A bundle as it lies in a file, which may be anything.
 *
 * @param bytes of the file; not to be changed
 * @param files in it by name, in their order
 */
public record EvidenceFile(byte[] bytes, Map<String, byte[]> files) {

    /** The longest history of a dossier, of 2,000 events that each decide 1,000 others anew, is some 100 MB. */
    private static final int BYTES_MAX = 256 << 20;

    private static final int FILES_MAX = 100;

    /**
     * @param expected the fingerprint that the office has published; empty where it is not known
     * @throws IOException where it cannot be read, or is no ZIP of a sensible size
     */
    public static EvidenceCheck.Outcome check(Path zip, Optional<String> expected) throws IOException {
        return EvidenceCheck.of(read(zip), expected);
    }

    /** What other readers of ZIPs would find at other places of the file, the check refuses: it has no byte beside these. */
    private static EvidenceFile read(Path path) throws IOException {
        if (Files.size(path) > BYTES_MAX) throw tooLarge();
        byte[] bytes = Files.readAllBytes(path);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = BYTES_MAX;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                boolean again = files.put(entry.getName(), content) != null;
                if (again) throw new IOException(entry.getName() + " is in it twice");
                if (left == 0 || files.size() > FILES_MAX) throw tooLarge();
            }
        }
        if (files.isEmpty()) throw new IOException("it is no ZIP");
        return new EvidenceFile(bytes, files);
    }

    private static IOException tooLarge() {
        return new IOException("it is larger than any evidence");
    }
}
