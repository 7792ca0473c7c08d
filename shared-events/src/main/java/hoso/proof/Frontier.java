package hoso.proof;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a growing tree: the roots of the complete subtrees that its leaves so far fall into, one for each binary
 * digit of their number that is 1. That is all that is needed to append and to know the root, 64 hashes at most.
 *
 * <p>Not for several threads at once.
 */
public final class Frontier {

    /** The smallest subtree, which stands rightmost, first. */
    private final Deque<byte[]> subtrees;

    private long size;

    private Frontier(long size, Deque<byte[]> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Of a tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, new ArrayDeque<>());
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException where it is nothing of the kind
     */
    public static Frontier read(byte[] bytes) {
        if (bytes.length < Long.BYTES) throw new IllegalArgumentException("a frontier of " + bytes.length + " bytes");
        var in = ByteBuffer.wrap(bytes);
        long size = in.getLong();
        if (size < 0 || in.remaining() != Long.bitCount(size) * MerkleTree.HASH_BYTES)
            throw new IllegalArgumentException("a frontier of " + size + " leaves in " + bytes.length + " bytes");
        Deque<byte[]> subtrees = new ArrayDeque<>();
        while (in.hasRemaining()) {
            byte[] hash = new byte[MerkleTree.HASH_BYTES];
            in.get(hash);
            subtrees.addLast(hash);
        }
        return new Frontier(size, subtrees);
    }

    /** The number of leaves, and its hashes from the smallest subtree on. */
    public byte[] bytes() {
        var out = ByteBuffer.allocate(Long.BYTES + subtrees.size() * MerkleTree.HASH_BYTES);
        out.putLong(size);
        subtrees.forEach(out::put);
        return out.array();
    }

    /** The same, to go on from apart. */
    public Frontier copy() {
        return new Frontier(size, new ArrayDeque<>(subtrees));
    }

    /**
     * The next leaf.
     *
     * @param leaf its hash, 32 bytes, not to be changed afterwards
     */
    public void append(byte[] leaf) {
        appendSubtree(0, leaf);
    }

    /**
     * The next leaves, by the hash of the complete subtree that they are.
     *
     * @param level the subtree has 2<sup>level</sup> leaves, which must divide the number of those before it
     */
    public void appendSubtree(int level, byte[] hash) {
        if (hash.length != MerkleTree.HASH_BYTES)
            throw new IllegalArgumentException("a hash of " + hash.length + " bytes");
        if ((size & ((1L << level) - 1)) != 0)
            throw new IllegalArgumentException("a subtree of level " + level + " after " + size + " leaves");
        byte[] subtree = hash;
        // as adding 1 carries: each subtree that is complete now is joined with its equal to the left
        for (long carry = size >> level; (carry & 1) == 1; carry >>= 1)
            subtree = MerkleTree.node(subtrees.pop(), subtree);
        subtrees.push(subtree);
        size += 1L << level;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    public byte[] root() {
        if (size == 0) return MerkleTree.emptyRoot();
        Iterator<byte[]> fromTheRight = subtrees.iterator();
        byte[] root = fromTheRight.next();
        while (fromTheRight.hasNext()) root = MerkleTree.node(fromTheRight.next(), root);
        return root.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier frontier && Arrays.equals(bytes(), frontier.bytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return size + " leaves, root " + MerkleTree.hex(root());
    }
}
