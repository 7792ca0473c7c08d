package hoso.standalone.backup;

import hoso.proof.Frontier;
import hoso.proof.MerkleTree;
import hoso.proof.TreeHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the tree against the signed head of a backup when it grows to the head's size. */
final class SignedTree {

    private final SavedFile file;
    private final Optional<TreeHead.Store> head;
    private @Nullable Frontier tree;

    SignedTree(SavedFile file, Optional<TreeHead.Store> head) {
        this.file = file;
        this.head = head;
    }

    void reached(Frontier grown) throws UnfitBackup {
        if (head.isEmpty() || head.get().size() != grown.size()) return;
        if (!head.get().root().equals(MerkleTree.hex(grown.root())))
            throw new UnfitBackup(
                    file.file() + " has other events up to position " + grown.size() + " than its head has signed");
        tree = grown.copy();
    }

    /** At the head; empty where the head is of an earlier file, or there is none. */
    Optional<Frontier> tree() {
        return Optional.ofNullable(tree);
    }
}
