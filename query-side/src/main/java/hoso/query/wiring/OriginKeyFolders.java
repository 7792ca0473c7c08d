package hoso.query.wiring;

import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.VerifyingKey;
import hoso.query.feed.landing.OriginKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of origins, which an operator has put into {@code <data>/origins/<origin>/keys}, and which speak for that origin
 * alone. One that is added is known at once.
 *
 * @param data empty where none is named, and no key known
 */
record OriginKeyFolders(String data) implements OriginKeys {

    private static final Logger LOG = LoggerFactory.getLogger(OriginKeyFolders.class);

    @Override
    public Optional<VerifyingKey> key(String origin, String fingerprint) {
        if (data.isBlank()) return Optional.empty();
        try {
            var folder = new ProofFolder(Path.of(data, "origins", origin));
            return KnownKeys.of(folder, ProofFolder.STORE).stream()
                    .filter(key -> key.fingerprint().equals(fingerprint))
                    .findFirst();
        } catch (IOException unreadable) {
            LOG.warn("the keys of origin {} cannot be read: {}", origin, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
