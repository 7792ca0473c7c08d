package hoso.query.audit.evidence;

import hoso.query.audit.clock.answer.ClockAnswer;
import hoso.query.feed.proof.Proven;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bundle as one ZIP: the same bundle is the same bytes. */
final class EvidenceZip {

    private EvidenceZip() {}

    static byte[] of(Bundle bundle, Proven proven) {
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
        return zipped(files, FileTime.from(bundle.manifest().madeAt()));
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

    private static byte[] zipped(Map<String, byte[]> files, FileTime madeAt) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(madeAt);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory took no bytes", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
