package hoso.command.treehead;

import hoso.command.treehead.Contradiction.Witness;
import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the store still is what was seen of it: by its own last head, by the last head in the file, by the log of leaves.
 * The newest of each says all that those before it do; so this reads a few rows, and all leaves only where it must.
 */
public final class StoreCheck {

    private final HeadTable table;
    private final Incarnations incarnations;
    private final LeafWalk leaves;
    private final long newest;
    private final List<Contradiction> found = new ArrayList<>();
    private Frontier frontier = Frontier.empty();
    private long seen;

    private StoreCheck(HeadTable table) throws SQLException {
        this.table = table;
        this.incarnations = table.incarnations();
        this.leaves = new LeafWalk(table, incarnations);
        this.newest = table.newestPosition();
    }

    /** @param lastLine of the file of heads */
    public static StoreCheck of(HeadTable table, Optional<String> lastLine, LeafLog log)
            throws SQLException, IOException {
        var check = new StoreCheck(table);
        check.checkTable();
        if (lastLine.isPresent()) check.checkFile(lastLine.get());
        check.checkLog(log);
        return check;
    }

    /** What the store contradicts; nothing where all is well. */
    public List<Contradiction> found() {
        return List.copyOf(found);
    }

    /** The newest position that any of them has seen; 0 for none. */
    long seen() {
        return seen;
    }

    /** The right edge of the tree at the last head of the table. */
    Frontier frontier() {
        return frontier;
    }

    LeafWalk leaves() {
        return leaves;
    }

    private void checkTable() throws SQLException, IOException {
        Optional<HeadTable.Row> last = table.last();
        if (last.isEmpty()) return;
        Optional<TreeHead.Store> head =
                head(last.get().line()).filter(read -> read.size() == last.get().size());
        head.ifPresent(read -> seen = Math.max(seen, read.size()));
        if (head.isEmpty()) found.add(new Contradiction.Unreadable(Witness.TABLE));
        else if (head.get().size() > newest)
            found.add(new Contradiction.Shorter(Witness.TABLE, head.get().size(), newest));
        else checkFrontier(head.get());
    }

    private void checkFrontier(TreeHead.Store head) throws SQLException, IOException {
        Optional<Frontier> kept = table.frontier(head.size()).filter(read -> hasRoot(read, head));
        if (kept.isEmpty()) kept = folded(head, Witness.TABLE);
        kept.ifPresent(checked -> frontier = checked);
    }

    private void checkFile(String line) throws SQLException, IOException {
        Optional<TreeHead.Store> read = head(line);
        if (read.isEmpty()) {
            found.add(new Contradiction.Unreadable(Witness.FILE));
            return;
        }
        TreeHead.Store head = read.get();
        seen = Math.max(seen, head.size());
        if (incarnations.hasLost(head.incarnation(), head.size())) return;
        if (head.size() > newest) found.add(new Contradiction.Shorter(Witness.FILE, head.size(), newest));
        else if (!isInTable(head)) folded(head, Witness.FILE);
    }

    private boolean isInTable(TreeHead.Store head) throws SQLException {
        return table.line(head.size())
                .flatMap(row -> head(row.line()))
                .filter(kept -> kept.root().equals(head.root()))
                .isPresent();
    }

    private void checkLog(LeafLog log) throws SQLException, IOException {
        long logged = log.size();
        seen = Math.max(seen, logged);
        if (logged == 0 || incarnations.gapAt(logged).isPresent()) return;
        if (logged > newest) {
            found.add(new Contradiction.Shorter(Witness.LEAF_LOG, logged, newest));
            return;
        }
        byte[] leaf = log.leaf(logged);
        table.leavesAfter(logged - 1).stream()
                .findFirst()
                .filter(stored -> stored.position() != logged || !Arrays.equals(stored.hash(), leaf))
                .ifPresent(other -> found.add(new Contradiction.OtherLeaf(logged)));
    }

    /** The frontier at a head, from all the leaves; empty where its root is another, which then is found. */
    private Optional<Frontier> folded(TreeHead.Store head, Witness witness) throws SQLException, IOException {
        try {
            var folded = Frontier.empty();
            leaves.each(0, head.size(), (position, leaf) -> folded.append(leaf));
            if (hasRoot(folded, head)) return Optional.of(folded);
            found.add(new Contradiction.OtherRoot(witness, head.size()));
        } catch (StoreContradicts missing) {
            found.addAll(missing.found());
        }
        return Optional.empty();
    }

    private static boolean hasRoot(Frontier frontier, TreeHead.Store head) {
        return frontier.size() == head.size() && MerkleTree.hex(frontier.root()).equals(head.root());
    }

    private static Optional<TreeHead.Store> head(String line) {
        try {
            return SignedHead.read(line).head() instanceof TreeHead.Store store ? Optional.of(store) : Optional.empty();
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
