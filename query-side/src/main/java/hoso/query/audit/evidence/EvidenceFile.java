package hoso.query.audit.evidence;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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
     * @throws IOException where it cannot be opened, or is no ZIP of a sensible size
     */
    public static EvidenceCheck.Outcome check(Path zip, Optional<String> expected) throws IOException {
        try {
            return EvidenceCheck.of(read(zip), expected);
        } catch (Damaged damaged) {
            return EvidenceCheck.damaged(damaged.what);
        }
    }

    /** It is a ZIP, and no bundle that was written. */
    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;
        private final String what;

        Damaged(String what) {
            super(what);
            this.what = what;
        }
    }

    /** What other readers of ZIPs would find at other places of the file, the check refuses: it has no byte beside these. */
    private static EvidenceFile read(Path path) throws IOException {
        if (Files.size(path) > BYTES_MAX) throw tooLarge();
        byte[] bytes = Files.readAllBytes(path);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String last = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int left = BYTES_MAX;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                last = entry.getName();
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                boolean again = files.put(entry.getName(), content) != null;
                if (again) throw new Damaged(entry.getName() + " is in it twice");
                if (left == 0 || files.size() > FILES_MAX) throw tooLarge();
            }
        } catch (ZipException | EOFException damaged) {
            if (last.isEmpty()) throw damaged;
            throw new Damaged(last + ", or what follows it in the ZIP, is damaged");
        }
        if (files.isEmpty()) throw new IOException("it is no ZIP");
        return new EvidenceFile(bytes, files);
    }

    private static IOException tooLarge() {
        return new IOException("it is larger than any evidence");
    }
}
