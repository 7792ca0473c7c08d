package hoso.command.treehead;

import hoso.command.store.Witness.Sight;
import hoso.proof.MerkleTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * How far somebody has read the store.
 *
 * @param witness who, as in "the books beside the store"
 * @param leaf of the event at the position
 */
public record SeenPlace(String witness, long position, byte[] leaf) {

    /** Whether the store still has it. */
    public Sight against(Connection store) throws SQLException {
        if (position == 0) return Sight.NONE;
        var table = new HeadTable(store);
        if (table.incarnations().gapAt(position).isPresent()) return Sight.of(position);
        var stored = table.leavesAfter(position - 1).stream().findFirst();
        if (stored.filter(leaf -> leaf.position() == position && Arrays.equals(leaf.hash(), this.leaf))
                .isPresent()) return Sight.of(position);
        long last = table.newestPosition();
        return last < position
                ? Sight.missing(
                        position,
                        "the store ends at position " + last + ", and " + witness + " has read position " + position)
                : Sight.differing(
                        position,
                        "the event at position " + position + " is not the one that " + witness + " has read, of leaf "
                                + MerkleTree.hex(leaf));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenPlace place
                && position == place.position
                && witness.equals(place.witness)
                && Arrays.equals(leaf, place.leaf);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }
}
