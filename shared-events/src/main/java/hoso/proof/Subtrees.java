package hoso.proof;

import java.util.function.Consumer;

/** Where the hashes of a tree are looked up, however they are kept. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The hash of a complete subtree.
     *
     * @param level has 2<sup>level</sup> leaves; 0 is a leaf itself
     * @param index of the subtree among those of its level, from the left, from 0
     */
    byte[] hash(int level, long index);

    /**
     * Those of a tree of which the leaves alone are kept: each is hashed again from its leaves, which it reads one after
     * another.
     */
    static Subtrees of(Leaves leaves) {
        return (level, index) -> {
            var subtree = Frontier.empty();
            leaves.each(index << level, 1L << level, subtree::append);
            return subtree.root();
        };
    }

    /** The leaf hashes of a tree, in order. */
    @FunctionalInterface
    interface Leaves {

        /** Hands over so many from an index on. */
        void each(long from, long count, Consumer<byte[]> leaf);
    }
}
