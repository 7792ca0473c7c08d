package hoso.standalone.verify;

import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.MerkleTree;
import hoso.query.feed.LogCopy;
import hoso.standalone.verify.RawRow.Looked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Along all events in the order of their positions. One thread reads, all processors look at rows each by itself, and the first
 * takes what they say in order: it grows the tree, and holds it against every head that it reaches.
 */
final class StoreWalk {

    private static final int BATCH = 1_024;

    /** Read ahead of what is looked at: a megabyte each. */
    private static final int BATCHES_A_PROCESSOR = 3;

    /**
     * So many positions in a row may be missing that nobody has declared as lost, for the tree to be grown on: an event that was
     * moved farther is found anyway.
     */
    static final long MISSING_MAX = 10_000_000;

    private final Incarnations incarnations;
    private final List<HeadsAlong> heads;
    private final @Nullable LoggedLeaves logged;
    private final long missingMax;
    private final Findings findings;
    private final Progress progress;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final Deque<Future<List<Looked>>> ahead = new ArrayDeque<>();
    private List<RawRow> gathered = new ArrayList<>(BATCH);

    private final Frontier tree = Frontier.empty();
    private boolean whole = true;
    private long last;
    private Instant lastAt = Instant.MIN;
    private long seen;

    StoreWalk(
            Incarnations incarnations,
            List<HeadsAlong> heads,
            @Nullable LoggedLeaves logged,
            long missingMax,
            Findings findings,
            Progress progress) {
        this.incarnations = incarnations;
        this.heads = heads;
        this.logged = logged;
        this.missingMax = missingMax;
        this.findings = findings;
        this.progress = progress;
    }

    /** The last position. */
    long last() {
        return last;
    }

    /** How many events there are. */
    long seen() {
        return seen;
    }

    void walk(Connection connection) throws SQLException, IOException {
        try (var threads = Executors.newFixedThreadPool(processors)) {
            LogCopy.each(connection, RawRow.SELECT, RawRow::new, row -> gather(row, threads));
            submit(threads);
            while (!ahead.isEmpty()) takeOldest();
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        end();
    }

    private void gather(RawRow row, ExecutorService threads) {
        gathered.add(row);
        if (gathered.size() < BATCH) return;
        submit(threads);
        if (ahead.size() >= processors * BATCHES_A_PROCESSOR) takeOldest();
    }

    private void submit(ExecutorService threads) {
        var batch = gathered;
        gathered = new ArrayList<>(BATCH);
        ahead.add(threads.submit(() -> batch.stream().map(RawRow::look).toList()));
    }

    private void takeOldest() {
        try {
            for (Looked row : ahead.remove().get()) take(row);
            progress.reached(seen);
        } catch (IOException | SQLException failed) {
            throw new UncheckedIOException(new IOException(failed.getMessage(), failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a row could not be looked at", bug);
        }
    }

    private void take(Looked row) throws IOException, SQLException {
        seen++;
        long position = row.position();
        if (!row.hasLeaf())
            findings.wrong(Check.LEAVES, position, "its bytes do not have the leaf hash stored with them");
        if (row.contradiction() != null) findings.wrong(Check.COLUMNS, position, row.contradiction());
        if (row.recordedAt().isBefore(lastAt))
            findings.wrong(Check.TIMES, position, "recorded before the position before it");
        lastAt = row.recordedAt();
        if (position <= last) {
            findings.wrong(Check.POSITIONS, position, "the position is there twice, or below the first");
            return;
        }
        skipTo(position);
        if (logged != null && position <= logged.size() && !logged.has(position, row.leaf()))
            findings.wrong(Check.LEAF_LOG, position, "it is not the event that was there when it was signed");
        grow(row.leaf());
    }

    private void skipTo(long position) throws IOException, SQLException {
        if (incarnations.notLost(last + 1, position - 1) > missingMax) {
            whole = false;
            findings.wrong(Check.POSITIONS, last + 1, "there is no event, nor at the millions of positions after it");
        }
        for (long missing = last + 1; missing < position && whole; missing++) {
            if (incarnations.gapAt(missing).isEmpty()) findings.wrong(Check.POSITIONS, missing, "there is no event");
            else if (logged != null && position <= logged.size() && !logged.has(missing, MerkleTree.lostLeaf()))
                findings.wrong(
                        Check.LEAF_LOG, missing, "it is declared as lost, and an event was there when it was signed");
            grow(MerkleTree.lostLeaf());
        }
        last = position - 1;
    }

    private void grow(byte[] leaf) throws IOException, SQLException {
        last++;
        if (!whole) return;
        tree.append(leaf);
        if (heads.stream().noneMatch(along -> along.nextSize() <= last)) return;
        missingHeads();
        for (HeadsAlong along : heads) {
            while (along.nextSize() < last) along.pass("it stands out of order");
            along.reach(tree);
        }
    }

    /** The table has every head that a file has and that was not lost since, and the file each of the table up to its own last. */
    private void missingHeads() {
        if (heads.stream().noneMatch(along -> along.standsAt(last))) return;
        for (HeadsAlong along : heads) {
            boolean must =
                    along.check() == Check.TABLE_HEADS || (along.check() == Check.FILE_HEADS && !along.isAtItsEnd());
            if (must && along.nextSize() != last)
                findings.wrong(along.check(), last, "the head that was signed at this size is not there");
        }
    }

    private void end() throws IOException, SQLException {
        for (Check check : List.of(Check.POSITIONS, Check.TIMES, Check.LEAVES, Check.COLUMNS))
            findings.checked(check, seen);
        for (HeadsAlong along : heads)
            while (!along.isAtItsEnd())
                along.pass(whole ? "the store ends at position " + last : "too many positions before it are missing");
        if (logged == null) return;
        findings.checked(Check.LEAF_LOG, Math.min(logged.size(), last));
        incarnations
                .firstNotLost(last + 1, logged.size())
                .ifPresent(missing -> findings.wrong(
                        Check.LEAF_LOG,
                        missing,
                        "the store ends at position " + last + ", and position " + logged.size() + " was there"));
    }
}
