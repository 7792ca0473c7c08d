package hoso.query.wiring;

import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of origins, which an operator has put into {@code <folder>/keys}: who vouches for a key is decided by people,
 * not by the topic that it comes on. One that is added is known at once.
 *
 * @param folder empty where none is named, and no key known
 */
record OriginKeys(String folder) implements Function<String, Optional<VerifyingKey>> {

    private static final Logger LOG = LoggerFactory.getLogger(OriginKeys.class);

    @Override
    public Optional<VerifyingKey> apply(String fingerprint) {
        if (folder.isBlank()) return Optional.empty();
        try {
            return KnownKeys.of(new ProofFolder(Path.of(folder)), ProofFolder.STORE).stream()
                    .filter(key -> key.fingerprint().equals(fingerprint))
                    .findFirst();
        } catch (IOException unreadable) {
            LOG.warn("the keys of origins cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}
