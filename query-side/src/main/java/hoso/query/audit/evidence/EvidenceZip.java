package hoso.query.audit.evidence;

import hoso.query.audit.clock.answer.ClockAnswer;
import hoso.query.feed.proof.Proven;
import hoso.vocabulary.VietnamTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle as one ZIP: the same bundle is the same bytes, on any machine. So whoever checks one writes it anew and
 * compares. Nothing is compressed, since no two versions of zlib need to agree on how.
 */
final class EvidenceZip {

    private EvidenceZip() {}

    static byte[] of(Bundle bundle, Proven proven) {
        return zipped(files(bundle, proven), bundle.manifest().madeAt());
    }

    /** What is in it, by name and in its order. */
    static Map<String, byte[]> files(Bundle bundle, Proven proven) {
        ClockAnswer account = bundle.account();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(BundleFiles.README, text(EvidenceReadme.of(bundle, proven)));
        files.put(BundleFiles.SENTENCES, BundleFiles.sentences(account));
        files.put(BundleFiles.ACCOUNT, BundleFiles.account(account));
        files.put(BundleFiles.EVENTS, BundleFiles.lines(bundle.events()));
        files.put(BundleFiles.REFERENCE, BundleFiles.lines(bundle.reference()));
        files.put(BundleFiles.PROOFS, text(proofs(bundle, proven)));
        files.put(BundleFiles.HEAD, text(proven.head().line() + "\n"));
        files.put(BundleFiles.KEY, text(BundleFiles.key(proven.key())));
        files.put(BundleFiles.MANIFEST, BundleFiles.manifest(bundle.manifest()));
        return files;
    }

    private static String proofs(Bundle bundle, Proven proven) {
        return Stream.concat(bundle.reference().stream(), bundle.events().stream())
                .map(event -> BundleFiles.proof(proof(event, proven)) + "\n")
                .collect(Collectors.joining());
    }

    private static BundleFiles.Proof proof(BundledEvent event, Proven proven) {
        var inclusion = Objects.requireNonNull(proven.inclusion().get(event.position()));
        return new BundleFiles.Proof(event.position(), event.leaf(), inclusion.path());
    }

    /** @param madeAt which is shown as the time of each file */
    static byte[] zipped(Map<String, byte[]> files, Instant madeAt) {
        var time = LocalDateTime.ofInstant(madeAt, VietnamTime.OFFSET);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(stored(file.getKey(), file.getValue(), time));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory took no bytes", impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content, LocalDateTime time) {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(time);
        return entry;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
