package hoso.query.feed.proof;

import hoso.proof.SignedHead;
import hoso.proof.VerifyingKey;
import java.util.List;
import java.util.Optional;

/** What is known of the stores that events come from: their leaves, and what their writers have signed. */
public interface StoreWitness {

    /**
     * Leaf hashes in order, from an index on; a position that was declared as lost has {@link
     * hoso.proof.MerkleTree#lostLeaf}. Fewer where one is missing, up to that.
     *
     * @param origin of the store; empty beside one store
     */
    List<byte[]> leaves(String origin, long from, int count);

    /**
     * Up to which position events have come here; heads may be ahead of it. What is missing below is gone.
     *
     * @param origin of the store; empty beside one store
     */
    long reach(String origin);

    /** The newest head that was signed, whether or not its signature is good. */
    Optional<SignedHead> newestHead(String origin);

    /**
     * The public key of a fingerprint, as far as it is known as one that the store's heads are signed with.
     *
     * @param origin of the store; empty beside one store
     */
    Optional<VerifyingKey> key(String origin, String fingerprint);
}
