package hoso.query.feed.landing;

import hoso.proof.VerifyingKey;
import java.util.Optional;

/**
 * The public keys that origins sign their heads with, each of one origin: whoever signs for one may write to the topic of all. Who
 * vouches for a key is decided by people, not by the topic that it comes on.
 */
@FunctionalInterface
public interface OriginKeys {

    /** The key of a fingerprint, where it is known as this origin's. */
    Optional<VerifyingKey> key(String origin, String fingerprint);
}
