package hoso.command.treehead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.Frontier;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadSignerTest {

    @TempDir
    private Path data;

    private SigningHouse house;

    @BeforeEach
    void open() {
        house = new SigningHouse(data);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Path file() {
        return house.folder().heads(ProofFolder.STORE);
    }

    private static String root(List<byte[]> leaves) {
        var frontier = Frontier.empty();
        leaves.forEach(frontier::append);
        return MerkleTree.hex(frontier.root());
    }

    /** Whatever there is outside the database is what is in it, and every head is that of its events. */
    private void assertKept() throws Exception {
        var leaves = house.leaves();
        var key = KnownKeys.of(house.folder(), ProofFolder.STORE).getFirst();
        var lines = house.lines();
        assertThat(Files.readAllLines(file())).isEqualTo(lines);
        for (String line : lines) {
            var signed = SignedHead.read(line);
            var head = (TreeHead.Store) signed.head();
            assertThat(signed.isSignedBy(key)).isTrue();
            assertThat(head.root()).isEqualTo(root(leaves.subList(0, (int) head.size())));
            assertThat(head.origin()).isEqualTo("H20");
            assertThat(head.incarnation()).isEqualTo(1);
            assertThat(head.recordedAt()).isBeforeOrEqualTo(head.signedAt());
        }
        assertThat(SignedHead.read(lines.getLast()).head().size()).isEqualTo(leaves.size());
        var logged = new ByteArrayOutputStream();
        leaves.forEach(logged::writeBytes);
        assertThat(Files.readAllBytes(house.folder().leaves())).isEqualTo(logged.toByteArray());
    }

    @Test
    void signs_what_is_stored_again_and_again_into_table_file_and_log() throws Exception {
        try (var run = house.started()) {
            for (int round = 1; round <= 5; round++) {
                run.dossiers("round-" + round, 7, round);
                var status = run.awaitSigned();
                assertThat(status.state()).isEqualTo(HeadStatus.State.SIGNING);
                assertThat(status.root()).isEqualTo(root(house.leaves()));
                assertThat(status.signedAt()).isBefore(Instant.now());
            }
        }
        assertKept();
    }

    @Test
    void signs_what_is_left_when_it_ends_and_goes_on_from_there() throws Exception {
        for (int run = 1; run <= 4; run++) {
            try (var slow = house.startedSlow()) {
                slow.awaitSigned();
                slow.dossiers("run-" + run, 100, 3);
            }
            assertKept();
            assertThat(house.leaves()).hasSize(300 * run);
        }
    }

    @Test
    void one_that_finds_nothing_new_signs_nothing() throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 3, 3);
            run.awaitSigned();
        }
        var before = house.lines();
        try (var run = house.started()) {
            run.awaitSigned();
            Thread.sleep(700);
        }
        assertThat(house.lines()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM store.frontier",
                "UPDATE store.frontier SET nodes = decode('00', 'hex')",
                "UPDATE store.frontier SET nodes = set_byte(nodes, 9, 255 - get_byte(nodes, 9))",
                "UPDATE store.frontier SET size = 1"
            })
    void a_frontier_that_is_lost_or_wrong_is_made_again_from_the_leaves(String damage) throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 10, 3);
            run.awaitSigned();
        }
        house.asSuperuser(damage);
        try (var run = house.started()) {
            run.dossiers("b", 10, 3);
            run.awaitSigned();
        }
        assertKept();
    }

    @Test
    void what_a_crash_has_torn_or_kept_from_the_files_is_mended() throws Exception {
        try (var run = house.started()) {
            for (int round = 1; round <= 3; round++) {
                run.dossiers("a-" + round, 10, 3);
                run.awaitSigned();
            }
        }
        String lines = Files.readString(file());
        byte[] leaves = Files.readAllBytes(house.folder().leaves());
        for (int cut : new int[] {1, 20, lines.length() / 2, lines.length()}) {
            Files.writeString(file(), lines.substring(0, lines.length() - cut));
            Files.write(house.folder().leaves(), java.util.Arrays.copyOf(leaves, Math.max(0, leaves.length - cut)));
            try (var run = house.started()) {
                run.awaitSigned();
            }
            assertKept();
        }
        Files.delete(file());
        Files.delete(house.folder().leaves());
        try (var run = house.started()) {
            run.awaitSigned();
        }
        assertKept();
    }

    /** As after a crash between the log of leaves and the table. */
    @Test
    void a_log_that_is_ahead_of_the_last_head_is_gone_on_with() throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 10, 3);
            run.awaitSigned();
            run.dossiers("b", 10, 3);
            run.awaitSigned();
        }
        house.asSuperuser("DELETE FROM store.tree_head WHERE size > 30; DELETE FROM store.frontier");
        Files.writeString(file(), house.lines().getFirst() + "\n");
        try (var run = house.started()) {
            run.awaitSigned();
        }
        assertKept();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM store.event WHERE position > 50 | the store ends at position 50, and the table of heads has seen position 60",
                "DELETE FROM store.event WHERE position = 60; DELETE FROM store.tree_head WHERE size = 60 | the store ends at position 59, and the file of heads has seen position 60",
                "UPDATE store.event SET leaf = sha256(leaf) WHERE position = 60 | the event at position 60 is not the one",
                "UPDATE store.event SET leaf = sha256(leaf) WHERE position = 7; DELETE FROM store.frontier | the events up to position 60 are not those that the table of heads has signed",
                "UPDATE store.event SET leaf = sha256(leaf) WHERE position = 7; DELETE FROM store.tree_head WHERE size = 60 | the events up to position 60 are not those that the file of heads has signed",
                "DELETE FROM store.event WHERE position = 7; DELETE FROM store.frontier | the store lacks position 7",
                "UPDATE store.tree_head SET line = 'x' WHERE size = 60 | the table of heads cannot be read: its last head is none of ours"
            })
    void one_that_finds_another_store_than_was_signed_stops_and_says_which(String damage, String said)
            throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 10, 3);
            run.awaitSigned();
            run.dossiers("b", 10, 3);
            run.awaitSigned();
        }
        String file = Files.readString(file());
        house.asSuperuser(damage);
        try (var run = house.started()) {
            assertThat(run.awaitStopped().reason()).contains(said);
            run.dossiers("c", 1, 1);
        }
        assertThat(Files.readString(file())).isEqualTo(file);
    }

    @Test
    void a_file_of_another_store_stops_it_too() throws Exception {
        Path strange = data.resolve("strange");
        try (var other = new SigningHouse(strange);
                var run = other.started()) {
            run.dossiers("z", 5, 1);
            run.awaitSigned();
            run.close();
            Files.createDirectories(file().getParent());
            Files.copy(other.folder().heads(ProofFolder.STORE), file());
        }
        try (var run = house.started()) {
            assertThat(run.awaitStopped().reason()).contains("the file of heads has seen position 5");
            run.dossiers("a", 5, 1);
        }
        assertThat(house.lines()).isEmpty();
        Files.writeString(file(), "no head\n", StandardOpenOption.APPEND);
        try (var run = house.started()) {
            assertThat(run.awaitStopped().reason())
                    .contains("the file of heads cannot be read: its last head is none of ours");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE store.tree_head SET line = ''",
                "DELETE FROM store.tree_head",
                "UPDATE store.incarnation SET reason = ''",
                "DELETE FROM store.incarnation",
                "DELETE FROM store.frontier"
            })
    void the_application_may_add_heads_and_change_none(String statement) throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 1, 1);
            run.awaitSigned();
        }
        assertThatThrownBy(() -> house.asApplication(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void positions_that_are_declared_as_lost_count_as_the_leaf_of_no_bytes() throws Exception {
        try (var run = house.started()) {
            run.dossiers("a", 10, 1);
            run.awaitSigned();
        }
        house.asSuperuser("""
                UPDATE store.event SET position = position + 6 WHERE position = 10;
                DELETE FROM store.tree_head; DELETE FROM store.frontier""");
        Files.delete(file());
        Files.delete(house.folder().leaves());
        house.declareLost(2, 11, 15);
        house.declareLost(3, 10, 10);
        try (var run = house.started()) {
            run.awaitSigned();
        }
        var expected = Frontier.empty();
        var leaves = house.leaves();
        leaves.subList(0, 9).forEach(expected::append);
        for (int lost = 10; lost <= 15; lost++) expected.append(MerkleTree.lostLeaf());
        expected.append(leaves.getLast());
        var head = (TreeHead.Store) SignedHead.read(house.lines().getLast()).head();
        assertThat(head.size()).isEqualTo(16);
        assertThat(head.root()).isEqualTo(MerkleTree.hex(expected.root()));
        assertThat(Files.size(house.folder().leaves())).isEqualTo(16 * 32);
    }
}
