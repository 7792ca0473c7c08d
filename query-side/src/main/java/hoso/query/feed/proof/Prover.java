package hoso.query.feed.proof;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.proof.Frontier;
import hoso.proof.InclusionProof;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes proofs that events are in the log that their store's writer has signed. */
public final class Prover {

    /** A head is signed ten seconds after the event at the latest; whoever waits longer waits for a writer that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Of a log that is not the one that was signed: whoever has put it right waits so long to see it. */
    private static final Duration CONTRADICTED = Duration.ofMinutes(1);

    /** Of leaves some two megabytes: the first proof in a long log reads all of it. */
    private static final int TILES_AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Prover.class);

    private final StoreWitness witness;
    private final TileTable table;
    private final Duration patience;
    private final Contradictions contradictions;

    public Prover(StoreWitness witness, DataSource database) {
        this(witness, database, PATIENCE, CONTRADICTED);
    }

    /**
     * @param patience how long a head is waited for
     * @param contradicted how long a log counts as another than the one that was signed
     */
    Prover(StoreWitness witness, DataSource database, Duration patience, Duration contradicted) {
        this.witness = witness;
        this.table = new TileTable(database);
        this.patience = patience;
        this.contradictions = new Contradictions(contradicted);
    }

    /**
     * @param origin of the store; empty beside one store
     * @param positions in the store
     * @throws Problem {@code not-yet} where no head covers them yet, or not all has come here that the newest covers, {@code contradicts-history} where the log is not the one
     *     that was signed, {@code unavailable} where the key of its writer is not known here
     */
    public Proven prove(String origin, Collection<Long> positions) {
        long last = positions.stream().mapToLong(Long::longValue).max().orElseThrow();
        SignedHead head = headOver(origin, last);
        VerifyingKey key = witness.key(origin, head.key())
                .orElseThrow(() -> Problem.of(
                                ProblemCode.UNAVAILABLE,
                                "the key that the store's heads are signed with is not known here")
                        .with(Map.of("key", head.key())));
        if (!head.isSignedBy(key)) throw changed("the signature of the newest head is not that of its key");
        long size = head.head().size();
        TiledTree tree = tree(origin, size, ((TreeHead.Store) head.head()).root());
        Map<Long, InclusionProof> inclusion = new HashMap<>();
        for (long position : positions) inclusion.put(position, InclusionProof.of(position - 1, size, tree));
        return new Proven(head, key, inclusion);
    }

    /**
     * Waits until a head covers a position, and all that the head covers has come here.
     *
     * @throws Problem {@code not-yet} where none does in time
     */
    public void awaitHead(String origin, long position) {
        headOver(origin, position);
    }

    private SignedHead headOver(String origin, long position) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long signed = 0;
            // asked first: what comes in between is then beyond the head at most
            Optional<SignedHead> head = newestHead(origin);
            long reach = witness.reach(origin);
            if (head.isPresent()) {
                signed = head.get().head().size();
                if (signed >= position && reach >= signed) return head.get();
            }
            if (System.nanoTime() - deadline >= 0) throw notYet(position, signed, reach);
            pause();
        }
    }

    private static Problem notYet(long position, long signed, long reach) {
        return signed < position
                ? Problem.of(ProblemCode.NOT_YET, "no signed head of the store covers the newest event yet")
                        .with(Map.of("position", position, "signed", signed))
                : Problem.of(ProblemCode.NOT_YET, "not all events that the newest head covers have come here yet")
                        .with(Map.of("signed", signed, "reached", reach));
    }

    private Optional<SignedHead> newestHead(String origin) {
        try {
            return witness.newestHead(origin);
        } catch (IllegalArgumentException unreadable) {
            throw changed("the newest head of the store is none that its writer wrote");
        }
    }

    /** Found to be another once, it is not read again for each question. */
    private TiledTree tree(String origin, long size, String root) {
        contradictions.against(origin, root).ifPresent(problem -> {
            throw problem;
        });
        try {
            return readTree(origin, size, root);
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.CONTRADICTS_HISTORY) contradictions.found(origin, root, problem);
            throw problem;
        }
    }

    /**
     * The kept hashes only save reading: where the root is not the one that was signed, all leaves are read again, and what led
     * astray is replaced. Nothing is kept that does not lead to a signed root.
     */
    private TiledTree readTree(String origin, long size, String root) {
        List<byte[]> tiles = table.first(origin, size / TiledTree.LEAVES);
        int kept = tiles.size();
        fill(origin, tiles, size);
        if (kept > 0 && !root(origin, size, tiles).equals(root)) {
            LOG.warn("the hashes of subtrees that are kept are not those of the log: all leaves are read again");
            kept = 0;
            tiles = new ArrayList<>();
            fill(origin, tiles, size);
        }
        if (!root(origin, size, tiles).equals(root))
            throw changed("the log is not the one whose head was signed at position " + size
                    + ": have the whole store verified");
        if (tiles.size() > kept) table.put(origin, kept, tiles.subList(kept, tiles.size()));
        return new TiledTree(
                tiles, (from, count) -> leaves(origin, from, Math.toIntExact(Math.min(count, size - from))));
    }

    private void fill(String origin, List<byte[]> tiles, long size) {
        long all = size / TiledTree.LEAVES;
        while (tiles.size() < all) {
            int count = Math.toIntExact(Math.min(TILES_AT_ONCE, all - tiles.size()));
            List<byte[]> leaves = leaves(origin, (long) tiles.size() * TiledTree.LEAVES, count * TiledTree.LEAVES);
            for (int from = 0; from < leaves.size(); from += TiledTree.LEAVES)
                tiles.add(TiledTree.root(leaves.subList(from, from + TiledTree.LEAVES)));
        }
    }

    private String root(String origin, long size, List<byte[]> tiles) {
        Frontier frontier = Frontier.empty();
        tiles.forEach(tile -> frontier.appendSubtree(TiledTree.LEVEL, tile));
        leaves(origin, frontier.size(), Math.toIntExact(size - frontier.size())).forEach(frontier::append);
        return MerkleTree.hex(frontier.root());
    }

    private List<byte[]> leaves(String origin, long from, int count) {
        List<byte[]> leaves = count == 0 ? List.of() : witness.leaves(origin, from, count);
        if (leaves.size() < count)
            throw changed("the event at position " + (from + leaves.size() + 1)
                    + " is missing, which was signed: have the whole store verified");
        return leaves;
    }

    private static Problem changed(String detail) {
        return Problem.of(ProblemCode.CONTRADICTS_HISTORY, detail);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.UNAVAILABLE, "the service is being stopped");
        }
    }
}
