package hoso.proof;

import hoso.event.wire.Digests;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hashes of the tree of RFC 6962, section 2.1. The leaf of the event at position p is that of index p − 1, always; leaf
 * hashes are made when an event is stored ({@link Digests#leaf(byte[])}).
 */
public final class MerkleTree {

    /** Of one hash (SHA-256). */
    public static final int HASH_BYTES = 32;

    /** RFC 6962, section 2.1: what an inner node is hashed after, so that it can pass for no leaf. */
    private static final byte NODE_PREFIX = 0x01;

    private static final byte[] EMPTY_ROOT = Digests.of(new byte[0]);

    private static final byte[] LOST_LEAF = Digests.leaf(new byte[0]);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private MerkleTree() {}

    /** The root of a tree without leaves. */
    public static byte[] emptyRoot() {
        return EMPTY_ROOT.clone();
    }

    /**
     * What stands at a position that a later incarnation of the store has declared as lost: the leaf of no bytes, which no
     * event has. With it the index of a leaf and the position of its event never part, and every head before the loss is a
     * head of other leaves.
     */
    public static byte[] lostLeaf() {
        return LOST_LEAF.clone();
    }

    /** The hash of a node by those of its two children. */
    public static byte[] node(byte[] left, byte[] right) {
        byte[] both = new byte[1 + 2 * HASH_BYTES];
        both[0] = NODE_PREFIX;
        System.arraycopy(left, 0, both, 1, HASH_BYTES);
        System.arraycopy(right, 0, both, 1 + HASH_BYTES, HASH_BYTES);
        return Digests.of(both);
    }

    /** How hashes are written in heads and proofs: 64 lower-case hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** @throws IllegalArgumentException where a text is no hash as {@link #hex} writes it */
    static void checkHex(String hash) {
        if (!HASH.matcher(hash).matches()) throw new IllegalArgumentException("no hash: " + hash);
    }

    /** How many leaves stand under the left child of the root of a tree of two leaves or more. */
    static long leftLeaves(long size) {
        return Long.highestOneBit(size - 1);
    }
}
