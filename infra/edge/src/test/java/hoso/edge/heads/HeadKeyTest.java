package hoso.edge.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.proof.TreeHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadKeyTest {

    private static final TreeHead HEAD =
            new TreeHead.Snapshots(1, "0".repeat(64), Instant.parse("2026-03-01T02:00:00Z"), List.of());

    @TempDir
    private Path data;

    private ProofFolder folder() {
        return new ProofFolder(data);
    }

    @Test
    void is_made_once_and_signs_what_its_public_half_confirms() {
        var made = HeadKey.keptIn(folder(), ProofFolder.STORE);
        var again = HeadKey.keptIn(folder(), ProofFolder.STORE);

        assertThat(again.verifying()).isEqualTo(made.verifying());
        assertThat(again.sign(HEAD).isSignedBy(made.verifying())).isTrue();
    }

    @Test
    void is_for_its_owner_alone_and_its_public_half_for_everybody() throws Exception {
        var key = HeadKey.keptIn(folder(), ProofFolder.STORE);

        Path secret = data.resolve("secrets/store-heads-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        Path open = data.resolve("keys/store-" + key.verifying().fingerprint().substring(0, 16) + ".pem");
        assertThat(Files.readString(open))
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .doesNotContain("PRIVATE");
        assertThat(Files.readString(secret)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void each_kind_of_head_has_a_key_of_its_own() throws Exception {
        var store = HeadKey.keptIn(folder(), ProofFolder.STORE);
        var snapshots = HeadKey.keptIn(folder(), ProofFolder.SNAPSHOTS);

        assertThat(snapshots.verifying()).isNotEqualTo(store.verifying());
        assertThat(KnownKeys.of(folder(), ProofFolder.STORE)).containsExactly(store.verifying());
        assertThat(KnownKeys.of(folder(), ProofFolder.SNAPSHOTS)).containsExactly(snapshots.verifying());
    }

    @Test
    void one_that_was_replaced_still_confirms_what_it_has_signed() throws Exception {
        var first = HeadKey.keptIn(folder(), ProofFolder.STORE);
        Files.delete(data.resolve("secrets/store-heads-key.pem"));
        var second = HeadKey.keptIn(folder(), ProofFolder.STORE);

        assertThat(KnownKeys.of(folder(), ProofFolder.STORE))
                .containsExactlyInAnyOrder(first.verifying(), second.verifying());
    }

    @Test
    void a_file_that_is_no_key_is_refused_by_name() throws Exception {
        Path secret = data.resolve("secrets/store-heads-key.pem");
        var stranger = new ProofFolder(data.resolve("stranger"));
        HeadKey.keptIn(stranger, ProofFolder.STORE);
        HeadKey.keptIn(folder(), ProofFolder.STORE);
        String ours = Files.readString(secret);
        String theirs = Files.readString(data.resolve("stranger/secrets/store-heads-key.pem"));
        String mixed = ours.substring(0, ours.indexOf("-----BEGIN PUBLIC"))
                + theirs.substring(theirs.indexOf("-----BEGIN PUBLIC"));
        for (String wrong : List.of("", "no key", ours.replace("MC", "NC"), mixed)) {
            Files.writeString(secret, wrong);
            assertThatThrownBy(() -> HeadKey.keptIn(folder(), ProofFolder.STORE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(secret.toString());
        }
    }
}
