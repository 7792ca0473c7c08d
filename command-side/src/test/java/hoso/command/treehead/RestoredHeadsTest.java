package hoso.command.treehead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.store.Opened;
import hoso.edge.heads.ProofFolder;
import hoso.proof.Frontier;
import hoso.proof.MerkleTree;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store that has lost something, as its heads see it: three events a dossier, and heads at 30 and 60. */
class RestoredHeadsTest {

    private static final String CUT_WITH_HEADS = """
            DELETE FROM store.event WHERE position > 30; DELETE FROM store.tree_head WHERE size > 30;
            DELETE FROM store.frontier; DELETE FROM store.incarnation WHERE number > 1""";

    @TempDir
    private Path data;

    private SigningHouse house;

    @BeforeEach
    void sign() throws Exception {
        house = new SigningHouse(data);
        try (var run = house.started()) {
            run.dossiers("a", 10, 3);
            run.awaitSigned();
            run.dossiers("b", 10, 3);
            run.awaitSigned();
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Path file() {
        return house.folder().heads(ProofFolder.STORE);
    }

    /** It writes, and signs as an incarnation what it is with its gap, outside the database too. */
    private void assertGoesOn(SigningHouse.Run run, int incarnation, long lostFrom, long lostTo) throws Exception {
        run.awaitWriting();
        run.dossiers("incarnation-" + incarnation, 1, 5);
        run.awaitSigned();
        var tree = Frontier.empty();
        var logged = new ByteArrayOutputStream();
        var leaves = house.leaves().iterator();
        for (long position = 1; position <= lostTo + 5; position++) {
            byte[] leaf = position >= lostFrom && position <= lostTo ? MerkleTree.lostLeaf() : leaves.next();
            tree.append(leaf);
            logged.writeBytes(leaf);
        }
        var lines = Files.readAllLines(file());
        var head = (TreeHead.Store) SignedHead.read(lines.getLast()).head();
        assertThat(head.incarnation()).isEqualTo(incarnation);
        assertThat(head.root()).isEqualTo(MerkleTree.hex(tree.root()));
        assertThat(Files.readAllBytes(house.folder().leaves())).isEqualTo(logged.toByteArray());
    }

    @Test
    void events_that_are_cut_while_their_heads_are_kept_are_lost_and_it_goes_on() throws Exception {
        house.asSuperuser("DELETE FROM store.event WHERE position > 45");
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused())
                    .contains(
                            "the store ends at position 45, and the table of heads has seen position 60",
                            "the log of leaves has seen position 60");
            assertThat(run.store().restored(0, "an operator")).isEqualTo(new Opened(2, 46, 60));
            assertGoesOn(run, 2, 46, 60);
        }
        try (var run = house.startedGuarded()) {
            run.awaitWriting();
        }
    }

    @Test
    void one_that_is_restored_twice_from_one_backup_goes_on_as_another_incarnation_each_time() throws Exception {
        house.asSuperuser(CUT_WITH_HEADS);
        try (var run = house.startedGuarded()) {
            run.awaitRefused();
            assertThat(run.store().restored(0, "an operator")).isEqualTo(new Opened(2, 31, 60));
            assertGoesOn(run, 2, 31, 60);
        }
        house.asSuperuser(CUT_WITH_HEADS);
        try (var run = house.startedGuarded()) {
            run.awaitRefused();
            assertThat(run.store().restored(0, "an operator")).isEqualTo(new Opened(3, 31, 65));
            assertGoesOn(run, 3, 31, 65);
        }
    }

    @Test
    void two_losses_in_a_row_longer_than_what_one_head_covers_are_signed_over() throws Exception {
        try (var run = house.startedGuarded()) {
            run.awaitWriting();
            assertThat(run.store().restored(1_100_000, "an operator")).isEqualTo(new Opened(2, 61, 1_100_000));
            assertThat(run.store().restored(1_100_010, "an operator")).isEqualTo(new Opened(3, 1_100_001, 1_100_010));
            assertGoesOn(run, 3, 61, 1_100_010);
        }
    }

    @Test
    void a_row_that_was_changed_before_the_end_was_cut_is_not_declared_as_lost() throws Exception {
        Files.delete(house.folder().leaves());
        house.asSuperuser("""
                DELETE FROM store.event WHERE position > 45; UPDATE store.event SET leaf = sha256(leaf) WHERE position = 7;
                DELETE FROM store.tree_head; DELETE FROM store.frontier""");
        String changed = "the events up to position 30 are not those that the file of heads has signed";
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused()).contains(changed, "the file of heads has seen position 60");
            assertThatThrownBy(() -> run.store().restored(0, "an operator"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(changed);
        }
        house.declareLost(2, 46, 60);
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused()).contains(changed);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 52", "55, 60", "25, 30"})
    void a_loss_that_nobody_has_signed_is_none(long from, long to) throws Exception {
        house.asSuperuser("DELETE FROM store.event WHERE position BETWEEN %d AND %d; DELETE FROM store.frontier;"
                        .formatted(from, to)
                + "INSERT INTO store.incarnation VALUES (2, %d, %d, %d, now(), 'an operator', 'restored')"
                        .formatted(to + 1, from, to));
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused())
                    .contains(
                            "positions %d to %d are declared as lost, and nobody has signed that".formatted(from, to));
            assertThatThrownBy(() -> run.store().restored(0, "an operator")).isInstanceOf(IllegalStateException.class);
        }
    }

    /** As whoever has the key might sign it. */
    @Test
    void a_loss_over_events_that_were_seen_is_disproved_by_whoever_has_seen_more() throws Exception {
        house.asSuperuser("DELETE FROM store.event WHERE position BETWEEN 50 AND 52");
        house.declareLost(2, 50, 52);
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused())
                    .contains(
                            "positions 50 to 52 are declared as lost, and the table of heads has seen position 60 before",
                            "the file of heads has seen position 60 before",
                            "the log of leaves has seen position 60 before");
        }
    }

    @Test
    void each_witness_that_lies_here_speaks_for_itself_and_keeps_it_from_writing_where_it_cannot_be_read()
            throws Exception {
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
        Files.delete(house.folder().leaves());
        Files.createDirectory(house.folder().leaves());
        house.asSuperuser("DELETE FROM store.event WHERE position > 45");
        try (var run = house.startedGuarded()) {
            assertThat(run.awaitRefused())
                    .contains(
                            "the table of heads has seen position 60",
                            "the file of heads cannot be read",
                            "the log of leaves cannot be read",
                            "put a copy of it there");
            assertThatThrownBy(() -> run.store().restored(0, "an operator"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the file of heads cannot be read");
        }
        Files.delete(house.folder().leaves());
        Files.delete(file());
        try (var run = house.startedGuarded()) {
            run.awaitRefused();
            run.store().restored(0, "an operator");
            assertGoesOn(run, 2, 46, 60);
        }
    }
}
