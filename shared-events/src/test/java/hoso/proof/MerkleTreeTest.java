package hoso.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.wire.Digests;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The inputs and roots that Certificate Transparency's own reference tests use. */
    private static final List<byte[]> KNOWN_INPUTS = IntStream.range(0, 8)
            .mapToObj(index -> List.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .get(index))
            .map(HEX::parseHex)
            .map(Digests::leaf)
            .toList();

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> leaves(int count, long seed) {
        var random = new Random(seed);
        List<byte[]> leaves = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            byte[] leaf = new byte[MerkleTree.HASH_BYTES];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static Frontier frontier(List<byte[]> leaves) {
        var frontier = Frontier.empty();
        leaves.forEach(frontier::append);
        return frontier;
    }

    private static Subtrees subtrees(List<byte[]> leaves) {
        return Subtrees.of((long from, long count, Consumer<byte[]> leaf) ->
                leaves.subList((int) from, (int) (from + count)).forEach(leaf));
    }

    @Test
    void has_the_roots_that_certificate_transparency_publishes_for_its_test_inputs() {
        for (int size = 0; size <= KNOWN_INPUTS.size(); size++)
            assertThat(MerkleTree.hex(frontier(KNOWN_INPUTS.subList(0, size)).root()))
                    .as("size %d", size)
                    .isEqualTo(KNOWN_ROOTS.get(size));
    }

    @Test
    void has_the_paths_that_certificate_transparency_publishes_for_its_test_inputs() {
        assertThat(InclusionProof.of(5, 8, subtrees(KNOWN_INPUTS)).path().stream()
                        .map(MerkleTree::hex))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(InclusionProof.of(2, 3, subtrees(KNOWN_INPUTS)).path().stream()
                        .map(MerkleTree::hex))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void every_root_and_path_up_to_seventy_leaves_is_that_of_the_definition() {
        var all = leaves(70, 1);
        for (int size = 0; size <= all.size(); size++) {
            var leaves = all.subList(0, size);
            byte[] root = Brute.root(leaves);
            assertThat(frontier(leaves).root()).as("size %d", size).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, subtrees(leaves));
                assertThat(proof.path().toArray(byte[][]::new))
                        .as("leaf %d of %d", index, size)
                        .isDeepEqualTo(Brute.path(index, leaves).toArray(byte[][]::new));
                assertThat(proof.proves(leaves.get(index), root)).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void so_is_that_of_a_larger_tree(long seed) {
        var random = new Random(seed);
        var leaves = leaves(71 + random.nextInt(5_000), seed);
        byte[] root = Brute.root(leaves);
        assertThat(frontier(leaves).root()).isEqualTo(root);
        for (int round = 0; round < 20; round++) {
            int index = random.nextInt(leaves.size());
            var proof = InclusionProof.of(index, leaves.size(), subtrees(leaves));
            assertThat(proof.path().toArray(byte[][]::new))
                    .isDeepEqualTo(Brute.path(index, leaves).toArray(byte[][]::new));
            assertThat(proof.proves(leaves.get(index), root)).isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9})
    void a_proof_that_is_changed_anywhere_proves_nothing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int size = 2 + random.nextInt(40);
            int index = random.nextInt(size);
            var leaves = leaves(size, seed + round);
            byte[] root = Brute.root(leaves);
            var proof = InclusionProof.of(index, size, subtrees(leaves));
            assertThat(damaged(proof, random).proves(leaves.get(index), root))
                    .as("leaf %d of %d", index, size)
                    .isFalse();
            assertThat(proof.proves(flipped(leaves.get(index), random), root)).isFalse();
            assertThat(proof.proves(leaves.get(index), flipped(root, random))).isFalse();
        }
    }

    private static InclusionProof damaged(InclusionProof proof, Random random) {
        var path = new ArrayList<>(proof.path());
        int at = random.nextInt(path.size());
        switch (random.nextInt(4)) {
            case 0 -> path.set(at, flipped(path.get(at), random));
            case 1 -> path.remove(at);
            case 2 -> path.add(at, flipped(path.get(at), random));
            default -> {
                return new InclusionProof((proof.index() + 1) % proof.size(), proof.size(), path);
            }
        }
        return new InclusionProof(proof.index(), proof.size(), path);
    }

    private static byte[] flipped(byte[] hash, Random random) {
        byte[] other = hash.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    @Test
    void a_frontier_goes_on_from_its_bytes_as_if_it_had_never_stopped() {
        var leaves = leaves(200, 10);
        for (int stop = 0; stop <= leaves.size(); stop++) {
            var first = frontier(leaves.subList(0, stop));
            var resumed = Frontier.read(first.bytes());
            var apart = first.copy();
            leaves.subList(stop, leaves.size()).forEach(resumed::append);
            assertThat(resumed.root()).isEqualTo(frontier(leaves).root());
            assertThat(first).isEqualTo(apart).hasSameHashCodeAs(apart);
            assertThat(first.size()).isEqualTo(stop);
        }
    }

    @Test
    void bytes_that_are_no_frontier_are_not_taken_for_one() {
        byte[] bytes = frontier(leaves(5, 11)).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Frontier.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Frontier.empty().append(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_leaf_of_a_lost_position_is_that_of_no_bytes() {
        assertThat(MerkleTree.lostLeaf()).isEqualTo(Brute.sha256(new byte[] {0}));
    }
}
