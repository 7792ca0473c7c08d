package hoso.query.feed.proof;

import hoso.proof.InclusionProof;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.util.Map;

/**
 * That events are in the log of their store.
 *
 * @param head of the store, signed by its writer
 * @param inclusion by the position in the store
 */
public record Proven(SignedHead head, VerifyingKey key, Map<Long, InclusionProof> inclusion) {

    public Proven {
        inclusion = Map.copyOf(inclusion);
    }

    /** Of the tree, in hexadecimal. */
    public String root() {
        return store().root();
    }

    /** What was signed. */
    public TreeHead.Store store() {
        return (TreeHead.Store) head.head();
    }
}
