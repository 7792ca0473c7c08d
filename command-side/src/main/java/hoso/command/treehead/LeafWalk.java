package hoso.command.treehead;

import hoso.proof.Incarnations;
import hoso.proof.MerkleTree;
import java.io.IOException;
import java.sql.SQLException;

/** Along the leaves of a store in order, some thousand at a time, with the leaf of what is declared as lost in its place. */
record LeafWalk(HeadTable table, Incarnations incarnations) {

    /** Takes one leaf after the other. */
    @FunctionalInterface
    interface Visit {
        void leaf(long position, byte[] hash) throws IOException;
    }

    /** @throws StoreContradicts where a position is missing that is not declared as lost */
    void each(long after, long upTo, Visit visit) throws SQLException, IOException, StoreContradicts {
        long at = after;
        while (at < upTo) {
            var leaves = table.leavesAfter(at);
            if (leaves.isEmpty()) throw new StoreContradicts(new Contradiction.Missing(at + 1));
            for (var leaf : leaves) {
                at = lost(at, Math.min(leaf.position() - 1, upTo), visit);
                if (at == upTo) return;
                if (leaf.hash().length != MerkleTree.HASH_BYTES)
                    throw new StoreContradicts(new Contradiction.OtherLeaf(leaf.position()));
                visit.leaf(leaf.position(), leaf.hash());
                at = leaf.position();
                if (at == upTo) return;
            }
        }
    }

    /** Goes on to a position over those that are declared as lost; over another it cannot. */
    private long lost(long after, long upTo, Visit visit) throws IOException, StoreContradicts {
        for (long position = after + 1; position <= upTo; position++) {
            if (incarnations.gapAt(position).isEmpty()) throw new StoreContradicts(new Contradiction.Missing(position));
            visit.leaf(position, MerkleTree.lostLeaf());
        }
        return upTo;
    }
}
