package hoso.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a tree: the hashes beside the way from the leaf up to the root (RFC 6962, section 2.1.1).
 *
 * @param index of the leaf, from 0; of the event at position p it is p − 1
 * @param size number of leaves of the tree
 * @param path hashes of 32 bytes, the one beside the leaf first; not to be changed
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

    public InclusionProof {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        path = List.copyOf(path);
    }

    /** The proof of a leaf in the tree of the first so many leaves. */
    public static InclusionProof of(long index, long size, Subtrees subtrees) {
        List<byte[]> path = new ArrayList<>();
        if (index >= 0 && index < size) beside(index, 0, size, subtrees, path);
        return new InclusionProof(index, size, path);
    }

    private static void beside(long index, long from, long size, Subtrees subtrees, List<byte[]> path) {
        if (size == 1) return;
        long left = MerkleTree.leftLeaves(size);
        if (index < left) {
            beside(index, from, left, subtrees, path);
            path.add(root(from + left, size - left, subtrees));
        } else {
            beside(index - left, from + left, size - left, subtrees, path);
            path.add(root(from, left, subtrees));
        }
    }

    /** Of some leaves in a row that are a subtree of theirs. */
    private static byte[] root(long from, long size, Subtrees subtrees) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return subtrees.hash(level, from >> level);
        }
        long left = MerkleTree.leftLeaves(size);
        return MerkleTree.node(root(from, left, subtrees), root(from + left, size - left, subtrees));
    }

    /**
     * The root that a leaf hash has by this path (RFC 9162, section 2.1.3.2); empty where the path is not as long as it must
     * be.
     */
    public Optional<byte[]> root(byte[] leaf) {
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0 || beside.length != MerkleTree.HASH_BYTES) return Optional.empty();
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(beside, hash);
                // a node without a sibling is passed up as it is
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else hash = MerkleTree.node(hash, beside);
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && leaf.length == MerkleTree.HASH_BYTES ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the leaf is in the tree that has this root. */
    public boolean proves(byte[] leaf, byte[] root) {
        return root(leaf).filter(made -> Arrays.equals(made, root)).isPresent();
    }
}
