package hoso.standalone.verify;

import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.MerkleTree;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Holds the heads of one witness against the tree, as it grows past the size of each. */
final class HeadsAlong implements AutoCloseable {

    private final Check check;
    private final HeadLines lines;
    private final Incarnations incarnations;
    private final Signatures signatures;
    private final Findings findings;
    private @Nullable HeadLine next;
    private long agreed;

    HeadsAlong(Check check, HeadLines lines, Incarnations incarnations, Signatures signatures, Findings findings)
            throws IOException, SQLException {
        this.check = check;
        this.lines = lines;
        this.incarnations = incarnations;
        this.signatures = signatures;
        this.findings = findings;
        findings.checked(check, 0);
        this.next = lines.next();
    }

    Check check() {
        return check;
    }

    /** The size of the next head; the largest number where there is none. */
    long nextSize() {
        return next == null ? Long.MAX_VALUE : next.size();
    }

    /** Whether the next head is of that size, and of no events that were lost since. */
    boolean standsAt(long size) {
        return next != null && next.size() == size && !isLost(next);
    }

    boolean isAtItsEnd() {
        return next == null;
    }

    /** The tree has grown to the size of the next head. */
    void reach(Frontier tree) throws IOException, SQLException {
        String root = MerkleTree.hex(tree.root());
        while (next != null && next.size() == tree.size()) {
            if (next.head().root().equals(root) || isLost(next)) agreed = next.size();
            else
                findings.wrong(
                        check,
                        next.size(),
                        "the events " + (agreed + 1) + " to " + next.size() + " are not those that were signed");
            advance();
        }
    }

    /** The tree has grown past the size of the next head without stopping there, or ends before it. */
    void pass(String why) throws IOException, SQLException {
        if (next == null) return;
        if (!isLost(next)) findings.wrong(check, next.size(), why);
        advance();
    }

    private boolean isLost(HeadLine line) {
        return incarnations.lost(line.head().incarnation(), line.size()).isPresent();
    }

    private void advance() throws IOException, SQLException {
        if (next == null) return;
        var head = next.head();
        incarnations
                .disproved(head.incarnation(), head.size())
                .ifPresent(gap -> findings.wrong(
                        Check.LOSSES,
                        gap.from(),
                        "positions up to " + gap.to() + " are declared as lost, and a head of " + head.size()
                                + " events was signed before that: what is lost lies above all that was seen"));
        signatures.add(next.signed());
        findings.checked(check, 1);
        next = lines.next();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
