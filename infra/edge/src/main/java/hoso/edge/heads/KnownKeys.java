package hoso.edge.heads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hoso.edge.secret.Pem;
import hoso.proof.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public keys of a data folder, one a file, named by the kind of heads and the beginning of the fingerprint: one that has
 * been replaced stays, since what it signed does.
 */
public final class KnownKeys {

    private static final int SHORT = 16;

    private KnownKeys() {}

    /** Keeps it, where it is not kept yet. */
    public static void keep(ProofFolder folder, String kind, VerifyingKey key) throws IOException {
        Path file = folder.keys().resolve(kind + "-" + key.fingerprint().substring(0, SHORT) + ".pem");
        byte[] content = Pem.block(Pem.PUBLIC_KEY, key.encoded()).getBytes(US_ASCII);
        if (Files.exists(file)) return;
        Files.createDirectories(folder.keys());
        Path scratch = Files.write(file.resolveSibling("." + file.getFileName() + ".scratch"), content);
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Those that a kind of heads may be signed with.
     *
     * @throws IOException where one cannot be read
     */
    public static List<VerifyingKey> of(ProofFolder folder, String kind) throws IOException {
        List<VerifyingKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.keys())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(kind + "-") && name.endsWith(".pem")) keys.add(read(file));
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return keys;
    }

    private static VerifyingKey read(Path file) throws IOException {
        try {
            return VerifyingKey.of(Pem.read(Files.readAllBytes(file), Pem.PUBLIC_KEY)
                    .orElseThrow(() -> new IllegalArgumentException("no block of a public key")));
        } catch (IllegalArgumentException unfit) {
            throw new IOException(file + ": " + unfit.getMessage(), unfit);
        }
    }
}
