package hoso.query.snapshot.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;

/** The parts of a .docx or .xlsx file (ISO/IEC 29500-2), by name. */
final class OfficePackage {

    /** The earliest that a zip can tell: what is printed again is the same to the byte. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private OfficePackage() {}

    static OfficePackage read(byte[] file) {
        var read = new OfficePackage();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (!entry.isDirectory()) read.parts.put(entry.getName(), zip.readAllBytes());
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names that match, in order. */
    List<String> named(String pattern) {
        return parts.keySet().stream()
                .filter(name -> name.matches(pattern))
                .sorted()
                .toList();
    }

    Document read(String part) {
        return Markup.read(Objects.requireNonNull(parts.get(part), part));
    }

    void put(String part, Document document) {
        parts.put(part, Markup.bytes(document));
    }

    void change(String part, Consumer<Document> change) {
        Document document = read(part);
        change.accept(document);
        put(part, document);
    }

    byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
