package hoso.query.feed.proof;

import hoso.proof.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The leaf hash of the event at a position of its store. */
public record PlacedLeaf(long position, byte[] hash) {

    /**
     * The leaves of some positions in a row, up to the first that has no event and was not declared as lost.
     *
     * @param there those that are, in order
     * @param from the position before the first
     * @param isLost whether the store has declared a position as lost
     */
    public static List<byte[]> inARow(List<PlacedLeaf> there, long from, int count, LongPredicate isLost) {
        List<byte[]> leaves = new ArrayList<>(count);
        int next = 0;
        for (long position = from + 1; position <= from + count; position++) {
            if (next < there.size() && there.get(next).position() == position)
                leaves.add(there.get(next++).hash());
            else if (isLost.test(position)) leaves.add(MerkleTree.lostLeaf());
            else return leaves;
        }
        return leaves;
    }
}
