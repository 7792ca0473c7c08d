package hoso.command.treehead;

import hoso.command.treehead.Contradiction.Witness;
import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.Incarnations.Gap;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the store still is what was seen of it: by its own table of heads, by the file of heads, by the log of leaves, each
 * for itself. The newest of each says all that those before it do; so this reads a few rows, and all leaves only where it must.
 * Where the newest is of events that are lost, or not there, the newest that covers what is left is looked at too.
 */
final class StoreCheck {

    private final HeadTable table;
    private final ProofFolder folder;
    private final Set<String> proven;
    private final Incarnations incarnations;
    private final LeafWalk leaves;
    private final long newest;
    private final List<Contradiction> found = new ArrayList<>();
    private Frontier frontier = Frontier.empty();
    private Optional<SignedHead> last = Optional.empty();
    private long seen;
    private int seenIncarnation;

    private StoreCheck(HeadTable table, ProofFolder folder, Set<String> proven) throws SQLException {
        this.table = table;
        this.folder = folder;
        this.proven = proven;
        this.incarnations = table.incarnations();
        this.leaves = new LeafWalk(table, incarnations);
        this.newest = table.newestPosition();
    }

    /** @param proven lines whose events a look before this one has read, which are not read again; those that this one reads are added */
    static StoreCheck of(HeadTable table, ProofFolder folder, Set<String> proven) throws SQLException {
        var check = new StoreCheck(table, folder, proven);
        check.each(Witness.TABLE, check::checkTable);
        check.each(Witness.FILE, check::checkFile);
        check.each(Witness.LEAF_LOG, check::checkLog);
        check.each(Witness.KEYS, check::checkLosses);
        return check;
    }

    private interface Look {
        void look() throws SQLException, IOException;
    }

    private void each(Witness witness, Look look) throws SQLException {
        try {
            look.look();
        } catch (IOException unreadable) {
            found.add(new Contradiction.Unreadable(witness, String.valueOf(unreadable)));
        }
    }

    /** What the store contradicts; nothing where all is well. */
    List<Contradiction> found() {
        return List.copyOf(found);
    }

    /** The newest position that any of them has seen; 0 for none. */
    long seen() {
        return seen;
    }

    /** The highest incarnation that any of them has seen; 0 for none. */
    int seenIncarnation() {
        return seenIncarnation;
    }

    /** The last head of the table that is not of lost events. */
    Optional<SignedHead> last() {
        return last;
    }

    /** The right edge of the tree there; only where that was not proven before. */
    Frontier frontier() {
        return frontier;
    }

    LeafWalk leaves() {
        return leaves;
    }

    private void checkTable() throws SQLException, IOException {
        last = newestCovered(
                Witness.TABLE,
                size -> table.lastBelow(size)
                        .map(row -> head(row.line())
                                .filter(signed -> signed.head().size() == row.size())
                                .map(SignedHead::line)
                                .orElse("")));
        if (last.isEmpty()) return;
        TreeHead head = last.get().head();
        Optional<Frontier> kept = table.frontier(head.size()).filter(read -> hasRoot(read, head));
        if (kept.isEmpty()) kept = folded(last.get(), Witness.TABLE);
        kept.ifPresent(checked -> frontier = checked);
    }

    private void checkFile() throws SQLException, IOException {
        var file = folder.heads(ProofFolder.STORE);
        Optional<SignedHead> head = newestCovered(
                Witness.FILE,
                size -> LastLines.last(
                        file,
                        line -> head(line)
                                .filter(read -> read.head().size() >= size)
                                .isEmpty()));
        boolean isTheLast = head.map(SignedHead::line).equals(LastLines.last(file, any -> true));
        if (head.isPresent() && !(isTheLast && isInTable(head.get()))) folded(head.get(), Witness.FILE);
    }

    /** Heads of one witness, by their sizes. */
    private interface Heads {
        /** The line of the largest below a size; any line where it cannot be read. */
        Optional<String> lastBelow(long size) throws SQLException, IOException;
    }

    /** The newest head of events that are all there; on the way to it, what is not there is found, unless it is lost. */
    private Optional<SignedHead> newestCovered(Witness witness, Heads heads) throws SQLException, IOException {
        long below = Long.MAX_VALUE;
        while (true) {
            Optional<String> line = heads.lastBelow(below);
            if (line.isEmpty()) return Optional.empty();
            Optional<SignedHead> signed = head(line.get());
            if (signed.isEmpty()) {
                found.add(new Contradiction.Unreadable(
                        witness, "its last head is none of ours, or somebody has changed it"));
                return Optional.empty();
            }
            var head = (TreeHead.Store) signed.get().head();
            sees(head);
            Optional<Gap> disproved = incarnations.disproved(head.incarnation(), head.size());
            Optional<Gap> lost = incarnations.lost(head.incarnation(), head.size());
            if (disproved.isPresent()) {
                found.add(new Contradiction.NotLost(witness, head.size(), disproved.get()));
                return Optional.empty();
            } else if (lost.isPresent()) below = lost.get().from();
            else if (head.size() > newest) {
                found.add(new Contradiction.Shorter(witness, head.size(), newest));
                below = newest + 1;
            } else return signed;
        }
    }

    private void sees(TreeHead.Store head) {
        seen = Math.max(seen, head.size());
        seenIncarnation = Math.max(seenIncarnation, head.incarnation());
    }

    private boolean isInTable(SignedHead head) throws SQLException {
        return table.line(head.head().size())
                .flatMap(row -> head(row.line()))
                .filter(kept -> root(kept).equals(root(head)))
                .isPresent();
    }

    private void checkLog() throws SQLException, IOException {
        Optional<LeafLog> existing = LeafLog.existing(folder.leaves());
        if (existing.isEmpty()) return;
        try (var log = existing.get()) {
            long logged = log.size();
            seen = Math.max(seen, logged);
            for (var loss : table.losses())
                if (loss.gap().to() < logged
                        && !Arrays.equals(log.leaf(loss.gap().to()), MerkleTree.lostLeaf()))
                    found.add(new Contradiction.NotLost(Witness.LEAF_LOG, logged, loss.gap()));
            long at = incarnations.lastNotLost(logged);
            if (at > newest) {
                found.add(new Contradiction.Shorter(Witness.LEAF_LOG, at, newest));
                at = newest;
            }
            if (at > 0) checkLeaf(at, log.leaf(at));
        }
    }

    private void checkLeaf(long position, byte[] leaf) throws SQLException {
        table.leavesAfter(position - 1).stream()
                .findFirst()
                .filter(stored -> stored.position() != position || !Arrays.equals(stored.hash(), leaf))
                .ifPresent(other -> found.add(new Contradiction.OtherLeaf(position)));
    }

    private void checkLosses() throws SQLException, IOException {
        var losses = table.losses();
        if (losses.isEmpty()) return;
        List<VerifyingKey> keys = new ArrayList<>(KnownKeys.of(folder, ProofFolder.STORE));
        // of other instances; whoever checks the whole store goes by the folder alone
        keys.addAll(table.keys());
        for (var loss : losses)
            if (!loss.isSignedBy(keys)) found.add(new Contradiction.NotOrdered(loss.incarnation(), loss.gap()));
    }

    /** The frontier at a head, from all the leaves; empty where its root is another, which then is found. */
    private Optional<Frontier> folded(SignedHead head, Witness witness) throws SQLException, IOException {
        if (proven.contains(head.line())) return Optional.empty();
        try {
            var folded = Frontier.empty();
            leaves.each(0, head.head().size(), (position, leaf) -> folded.append(leaf));
            if (hasRoot(folded, head.head())) {
                proven.add(head.line());
                return Optional.of(folded);
            }
            found.add(new Contradiction.OtherRoot(witness, head.head().size()));
        } catch (StoreContradicts missing) {
            found.addAll(missing.found());
        }
        return Optional.empty();
    }

    private static boolean hasRoot(Frontier frontier, TreeHead head) {
        return head instanceof TreeHead.Store store
                && frontier.size() == store.size()
                && MerkleTree.hex(frontier.root()).equals(store.root());
    }

    private static String root(SignedHead head) {
        return ((TreeHead.Store) head.head()).root();
    }

    /** Of a store. */
    private static Optional<SignedHead> head(String line) {
        try {
            return Optional.of(SignedHead.read(line)).filter(signed -> signed.head() instanceof TreeHead.Store);
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
