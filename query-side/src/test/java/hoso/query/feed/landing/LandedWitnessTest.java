package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.Digests;
import hoso.proof.MerkleTree;
import hoso.query.books.projection.BooksDatabase;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandedWitnessTest {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] EMPTY = {};

    private final BooksDatabase database = new BooksDatabase();
    private final LandedWitness witness =
            new LandedWitness(database.dataSource(), (origin, fingerprint) -> Optional.empty());

    @BeforeEach
    void open() {
        database.forge("INSERT INTO landing.origin (number, name) VALUES (1, 'A'), (2, 'B')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void land(int origin, long position, byte[] value) {
        database.forge("INSERT INTO landing.event (position, origin, stream, value) VALUES (" + position + ", " + origin
                + ", 'd/x', decode('" + HexFormat.of().formatHex(value) + "', 'hex'))");
    }

    @Test
    void each_leaf_is_hashed_over_the_bytes_that_have_landed_of_that_origin() {
        byte[] large = new byte[65_536];
        new Random(7).nextBytes(large);
        land(1, 1, PLAIN);
        land(1, 2, EMPTY);
        land(1, 3, large);
        land(2, 1, large);
        assertThat(witness.leaves("A", 0, 3))
                .containsExactly(Digests.leaf(PLAIN), Digests.leaf(EMPTY), Digests.leaf(large));
        assertThat(witness.leaves("A", 1, 1)).containsExactly(Digests.leaf(EMPTY));
        assertThat(witness.leaves("B", 0, 1)).containsExactly(Digests.leaf(large));
    }

    @Test
    void leaves_end_before_the_first_that_is_missing_and_was_not_declared_as_lost() {
        land(1, 1, PLAIN);
        land(1, 4, EMPTY);
        assertThat(witness.leaves("A", 0, 4)).containsExactly(Digests.leaf(PLAIN));
        database.forge("INSERT INTO landing.lost (origin, first, last) VALUES (1, 2, 3)");
        assertThat(witness.leaves("A", 0, 5))
                .containsExactly(
                        Digests.leaf(PLAIN), MerkleTree.lostLeaf(), MerkleTree.lostLeaf(), Digests.leaf(EMPTY));
    }
}
