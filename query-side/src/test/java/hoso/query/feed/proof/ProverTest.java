package hoso.query.feed.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.heads.HeadKey;
import hoso.edge.heads.ProofFolder;
import hoso.event.wire.Digests;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import hoso.query.books.projection.BooksDatabase;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProverTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final int EVENTS = 3 * TiledTree.LEAVES + 5;

    private final BooksDatabase database = new BooksDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    /** A log of its own, and what it has signed. */
    private static final class Log implements StoreWitness {

        private final HeadKey key;
        private final List<byte[]> leaves = new ArrayList<>();
        private long reach;
        private long read;
        private Optional<SignedHead> head = Optional.empty();

        Log(Path folder, int salt) {
            this.key = HeadKey.keptIn(new ProofFolder(folder), ProofFolder.STORE);
            for (int position = 1; position <= EVENTS; position++)
                leaves.add(Digests.leaf(
                        ByteBuffer.allocate(16).putInt(position).putInt(salt).array()));
            reach = EVENTS;
        }

        Log signed() {
            String root = MerkleTree.hex(TiledTree.root(leaves));
            head = Optional.of(key.sign(new TreeHead.Store("H77", 1, leaves.size(), root, NOW, NOW)));
            return this;
        }

        @Override
        public List<byte[]> leaves(String origin, long from, int count) {
            read += count;
            List<PlacedLeaf> there = new ArrayList<>();
            for (long position = from + 1; position <= Math.min(from + count, reach); position++)
                there.add(new PlacedLeaf(position, leaves.get((int) position - 1)));
            return PlacedLeaf.inARow(there, from, count, lost -> false);
        }

        @Override
        public long reach(String origin) {
            return reach;
        }

        @Override
        public Optional<SignedHead> newestHead(String origin) {
            return head;
        }

        @Override
        public Optional<VerifyingKey> key(String origin, String fingerprint) {
            return Optional.of(key.verifying());
        }
    }

    private Prover prover(StoreWitness log) {
        return prover(log, Duration.ZERO);
    }

    private Prover prover(StoreWitness log, Duration contradicted) {
        return new Prover(log, database.dataSource(), Duration.ZERO, contradicted);
    }

    private static void assertProves(Prover prover, Log log) {
        Proven proven = prover.prove("", List.of(1L, 2_000L, (long) EVENTS));
        byte[] root = HexFormat.of().parseHex(proven.root());
        proven.inclusion()
                .forEach((position, proof) -> assertThat(proof.proves(log.leaves.get((int) (position - 1)), root))
                        .isTrue());
    }

    @Test
    void hashes_that_are_kept_of_another_log_are_replaced_by_those_of_this_one() {
        var before = new Log(folder, 1).signed();
        assertProves(prover(before), before);
        var restored = new Log(folder, 2).signed();
        assertProves(prover(restored), restored);

        restored.read = 0;
        assertProves(prover(restored), restored);
        assertThat(restored.read).as("leaves that were read the second time").isLessThan(3 * TiledTree.LEAVES);
    }

    @Test
    void of_a_log_that_is_not_the_one_that_was_signed_nothing_is_kept() {
        var log = new Log(folder, 1).signed();
        log.leaves.set(7, Digests.leaf(new byte[] {1}));
        assertRefused(log, ProblemCode.CONTRADICTS_HISTORY, "is not the one whose head was signed");
        assertThat(database.number("SELECT count(*) FROM proof.tile")).isZero();
    }

    @Test
    void a_log_that_is_not_the_one_that_was_signed_is_read_once_until_a_newer_head_comes() {
        var log = new Log(folder, 1).signed();
        byte[] true7 = log.leaves.set(7, Digests.leaf(new byte[] {1}));
        var prover = prover(log, Duration.ofMinutes(1));
        assertRefused(prover, ProblemCode.CONTRADICTS_HISTORY, "is not the one whose head was signed");
        log.read = 0;
        assertRefused(prover, ProblemCode.CONTRADICTS_HISTORY, "is not the one whose head was signed");
        assertThat(log.read).as("leaves that were read the second time").isZero();

        log.leaves.set(7, true7);
        log.leaves.add(Digests.leaf(new byte[] {2}));
        log.reach++;
        assertProves(prover, log.signed());
    }

    @Test
    void a_log_that_was_put_right_is_read_again_after_a_while() {
        var log = new Log(folder, 1).signed();
        byte[] true7 = log.leaves.set(7, Digests.leaf(new byte[] {1}));
        var prover = prover(log, Duration.ZERO);
        assertRefused(prover, ProblemCode.CONTRADICTS_HISTORY, "is not the one whose head was signed");
        log.leaves.set(7, true7);
        assertProves(prover, log);
    }

    @Test
    void a_head_of_events_that_have_not_come_here_yet_is_waited_for() {
        var log = new Log(folder, 1).signed();
        log.reach = EVENTS - 1;
        assertRefused(log, ProblemCode.NOT_YET, "have come here yet");
    }

    @Test
    void an_event_that_was_here_and_is_gone_is_named() {
        var log = new Log(folder, 1).signed();
        var cut = new Cut(log, 1_500);
        assertRefused(cut, ProblemCode.CONTRADICTS_HISTORY, "position 1500 is missing");
    }

    private void assertRefused(StoreWitness log, ProblemCode code, String why) {
        assertRefused(prover(log), code, why);
    }

    private static void assertRefused(Prover prover, ProblemCode code, String why) {
        assertThatThrownBy(() -> prover.prove("", List.of(1L)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(why);
    }

    /** A log from which somebody has taken one event. */
    private record Cut(Log log, long without) implements StoreWitness {

        @Override
        public List<byte[]> leaves(String origin, long from, int count) {
            List<byte[]> leaves = log.leaves(origin, from, count);
            return from < without && without <= from + count
                    ? leaves.subList(0, Math.toIntExact(without - 1 - from))
                    : leaves;
        }

        @Override
        public long reach(String origin) {
            return log.reach(origin);
        }

        @Override
        public Optional<SignedHead> newestHead(String origin) {
            return log.newestHead(origin);
        }

        @Override
        public Optional<VerifyingKey> key(String origin, String fingerprint) {
            return log.key(origin, fingerprint);
        }
    }

    @Test
    void positions_that_were_declared_as_lost_have_the_leaf_of_no_bytes_and_no_others() {
        byte[] one = {1};
        byte[] four = {4};
        var there = List.of(new PlacedLeaf(11, one), new PlacedLeaf(14, four));
        assertThat(PlacedLeaf.inARow(there, 10, 5, position -> position == 12 || position == 13))
                .containsExactly(one, MerkleTree.lostLeaf(), MerkleTree.lostLeaf(), four);
        assertThat(PlacedLeaf.inARow(there, 10, 5, position -> position == 13)).containsExactly(one);
    }
}
