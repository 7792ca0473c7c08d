package hoso.query.feed.proof;

import hoso.proof.Frontier;
import hoso.proof.MerkleTree;
import hoso.proof.Subtrees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tree of which the hashes of the complete subtrees of one size are at hand: what is larger is hashed from them, what is
 * smaller from the leaves of one. For one question; not for several threads at once.
 */
final class TiledTree implements Subtrees {

    /** Of the subtrees that are kept: 32 bytes a thousand events, and a proof reads a thousand leaves. */
    static final int LEVEL = 10;

    static final int LEAVES = 1 << LEVEL;

    private final List<byte[]> tiles;
    private final Source source;
    private final Map<Long, List<byte[]>> leaves = new HashMap<>();

    /** Where leaves are read. */
    interface Source {
        List<byte[]> leaves(long from, int count);
    }

    /**
     * @param tiles of all complete subtrees of that size, from the left
     */
    TiledTree(List<byte[]> tiles, Source source) {
        this.tiles = tiles;
        this.source = source;
    }

    @Override
    public byte[] hash(int level, long index) {
        if (level == LEVEL) return tiles.get(Math.toIntExact(index));
        if (level > LEVEL) return MerkleTree.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
        long first = index << level;
        List<byte[]> tile = leaves.computeIfAbsent(first / LEAVES, number -> source.leaves(number * LEAVES, LEAVES));
        int from = Math.toIntExact(first % LEAVES);
        return root(tile.subList(from, from + (1 << level)));
    }

    /** Of some leaves. */
    static byte[] root(List<byte[]> leaves) {
        Frontier frontier = Frontier.empty();
        leaves.forEach(leaf -> frontier.append(Objects.requireNonNull(leaf)));
        return frontier.root();
    }
}
