package hoso.command.treehead;

import hoso.edge.heads.HeadFile;
import hoso.edge.heads.HeadKey;
import hoso.edge.heads.ProofFolder;
import hoso.proof.Frontier;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of signing, from becoming the writer, or whatever failed last, to the next failure. What lies outside the
 * database is first brought up to its last head.
 *
 * <p>A head is kept in this order: leaves in their log, head and frontier in the table, head in the file. So the table has
 * every head that the file has, and the log every leaf that a head covers, whenever the power is cut.
 */
final class Signing implements AutoCloseable {

    /** Of one head at most: where a long log is signed for the first time, a crash loses no more than that of the reading. */
    private static final long EVENTS_MAX = 1_000_000;

    private final HeadSettings settings;
    private final HeadKey key;
    private final HeadFile file;
    private final LeafLog log;
    private Frontier frontier;
    private Optional<SignedHead> last = Optional.empty();

    private Signing(HeadSettings settings, HeadKey key, HeadFile file, LeafLog log, Frontier frontier) {
        this.settings = settings;
        this.key = key;
        this.file = file;
        this.log = log;
        this.frontier = frontier;
    }

    /** @throws StoreContradicts where the store is not what was signed */
    static Signing begin(HeadSettings settings, HeadKey key, Connection connection)
            throws SQLException, IOException, StoreContradicts {
        var table = new HeadTable(connection);
        HeadFile file = HeadFile.open(settings.folder().heads(ProofFolder.STORE));
        LeafLog log = null;
        try {
            log = LeafLog.open(settings.folder().leaves());
            var check = StoreCheck.of(table, settings.folder(), new HashSet<>());
            if (!check.found().isEmpty()) throw new StoreContradicts(check.found());
            table.keep(key.verifying());
            // of what is lost it says nothing from now on, as everything else
            log.cut(Math.min(log.size(), table.incarnations().lastNotLost(log.size())));
            var signing = new Signing(settings, key, file, log, check.frontier());
            signing.catchUp(table, check.leaves());
            signing.last = check.last();
            return signing;
        } catch (SQLException | IOException | StoreContradicts | RuntimeException failed) {
            file.close();
            if (log != null) log.close();
            throw failed;
        }
    }

    private void catchUp(HeadTable table, LeafWalk leaves) throws SQLException, IOException, StoreContradicts {
        if (log.size() < frontier.size()) {
            leaves.each(log.size(), frontier.size(), (position, leaf) -> log.append(leaf));
            log.force();
        }
        long kept = file.lastLine()
                .map(SignedHead::read)
                .map(SignedHead::head)
                .map(TreeHead::size)
                .orElse(0L);
        for (var missing = table.after(kept); !missing.isEmpty(); missing = table.after(kept)) {
            file.append(missing.stream().map(HeadTable.Row::line).toList());
            kept = missing.getLast().size();
        }
    }

    /** The newest head. */
    Optional<SignedHead> last() {
        return last;
    }

    /** How many events are signed. */
    long size() {
        return frontier.size();
    }

    /** Signs what has come since, up to a position or a bound; what is answered is kept everywhere. */
    SignedHead sign(Connection connection, long head) throws SQLException, IOException, StoreContradicts {
        var table = new HeadTable(connection);
        var incarnations = table.incarnations();
        long size = Math.min(head, frontier.size() + EVENTS_MAX);
        // within what is lost there is no event, and so no time of recording
        size = incarnations.firstNotLost(size, head).orElse(head);
        var leaves = new LeafWalk(table, incarnations);
        var grown = grown(leaves, size);
        var signed = key.sign(new TreeHead.Store(
                settings.origin(),
                incarnations.current(),
                size,
                MerkleTree.hex(grown.root()),
                table.recordedAt(size),
                settings.clock().instant().truncatedTo(ChronoUnit.MICROS)));
        table.add(new HeadTable.Row(size, signed.line()), grown);
        frontier = grown;
        file.append(List.of(signed.line()));
        last = Optional.of(signed);
        return signed;
    }

    private Frontier grown(LeafWalk leaves, long size) throws SQLException, IOException, StoreContradicts {
        var grown = frontier.copy();
        long logged = log.size();
        leaves.each(grown.size(), size, (position, leaf) -> {
            grown.append(leaf);
            if (position > logged) log.append(leaf);
        });
        log.force();
        return grown;
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            log.close();
        }
    }
}
