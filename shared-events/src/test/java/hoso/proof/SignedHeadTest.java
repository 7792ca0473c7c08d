package hoso.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SignedHeadTest {

    private static final String ROOT = "ab".repeat(32);
    private static final Instant RECORDED = Instant.parse("2026-03-01T02:00:00.000001Z");
    private static final Instant SIGNED = Instant.parse("2026-03-01T02:00:07Z");
    private static final TreeHead.Store STORE = new TreeHead.Store("H20", 1, 412_345, ROOT, RECORDED, SIGNED);
    private static final TreeHead.Snapshots SNAPSHOTS =
            new TreeHead.Snapshots(7, "cd".repeat(32), SIGNED, List.of(STORE.covered()));
    private static final TreeHead.Loss LOSS = new TreeHead.Loss("H20", 2, 412_346, 412_400, SIGNED);

    private final KeyPair pair = pair();
    private final VerifyingKey key = VerifyingKey.of(pair.getPublic().getEncoded());

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SignedHead signed(TreeHead head) throws Exception {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(SignedHead.message(head));
        return SignedHead.of(head, key, signature.sign());
    }

    /** For ever: who was handed a head checks it with programs of their own. */
    @Test
    void what_is_signed_is_this_text_and_no_other() {
        assertThat(new String(SignedHead.message(STORE), UTF_8)).isEqualTo("""
                hoso signed head v1
                {"incarnation":1,"kind":"store","origin":"H20","recordedAt":"2026-03-01T02:00:00.000001Z","root":"%s",\
                "signedAt":"2026-03-01T02:00:07Z","size":412345}""".formatted(ROOT));
        assertThat(new String(SignedHead.message(SNAPSHOTS), UTF_8)).isEqualTo("""
                hoso signed head v1
                {"covers":[{"incarnation":1,"origin":"H20","root":"%s","size":412345}],"hash":"%s","kind":"snapshots",\
                "rows":7,"signedAt":"2026-03-01T02:00:07Z"}""".formatted(ROOT, "cd".repeat(32)));
        assertThat(new String(SignedHead.message(LOSS), UTF_8)).isEqualTo("""
                hoso signed head v1
                {"incarnation":2,"kind":"loss","lostFrom":412346,"lostTo":412400,"origin":"H20",\
                "signedAt":"2026-03-01T02:00:07Z"}""");
    }

    @Test
    void a_line_is_read_back_as_it_was_signed() throws Exception {
        for (TreeHead head : List.of(STORE, SNAPSHOTS, LOSS)) {
            var signed = signed(head);
            assertThat(signed.line()).startsWith("{\"head\":{").doesNotContain("\n", " ");
            assertThat(SignedHead.read(signed.line())).isEqualTo(signed);
            assertThat(signed.isSignedBy(key)).isTrue();
        }
    }

    @Test
    void a_head_that_says_anything_else_is_not_signed() throws Exception {
        var signed = signed(STORE);
        for (TreeHead other : List.of(
                new TreeHead.Store("H21", 1, 412_345, ROOT, RECORDED, SIGNED),
                new TreeHead.Store("H20", 2, 412_345, ROOT, RECORDED, SIGNED),
                new TreeHead.Store("H20", 1, 412_344, ROOT, RECORDED, SIGNED),
                new TreeHead.Store("H20", 1, 412_345, "cd".repeat(32), RECORDED, SIGNED),
                new TreeHead.Store("H20", 1, 412_345, ROOT, SIGNED, SIGNED),
                new TreeHead.Store("H20", 1, 412_345, ROOT, RECORDED, RECORDED),
                SNAPSHOTS))
            assertThat(new SignedHead(other, signed.key(), signed.signature()).isSignedBy(key))
                    .as(other.canonical())
                    .isFalse();
    }

    @Test
    void nobody_elses_signature_counts() throws Exception {
        var signed = signed(STORE);
        var stranger = VerifyingKey.of(pair().getPublic().getEncoded());
        assertThat(signed.isSignedBy(stranger)).isFalse();
        assertThat(new SignedHead(STORE, stranger.fingerprint(), signed.signature()).isSignedBy(stranger))
                .isFalse();
        for (String wrong :
                List.of("", "AAAA", "not base64!", signed.signature().substring(2)))
            assertThat(new SignedHead(STORE, signed.key(), wrong).isSignedBy(key))
                    .isFalse();
        // the canonical JSON alone, as another program might have it signed
        var bare = Signature.getInstance("Ed25519");
        bare.initSign(pair.getPrivate());
        bare.update(STORE.canonical().getBytes(UTF_8));
        assertThat(SignedHead.of(STORE, key, bare.sign()).isSignedBy(key)).isFalse();
    }

    @Test
    void a_line_in_other_words_is_no_line_of_ours() throws Exception {
        String line = signed(STORE).line();
        for (String other : List.of(
                "",
                "{}",
                "[]",
                "null",
                line + " ",
                line.replace("\"size\":412345", "\"size\":412345,\"size\":412345"),
                line.replace("\"size\":412345", "\"size\":412345.0"),
                line.replace("\"kind\":\"store\"", "\"kind\":\"shop\""),
                line.replace(ROOT, ROOT.toUpperCase(java.util.Locale.ROOT)),
                line.replace("02:00:07Z", "02:00:07.000Z"),
                line.substring(0, line.length() - 1)))
            assertThatThrownBy(() -> SignedHead.read(other)).as(other).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fingerprint_is_the_hash_of_the_key_as_openssl_writes_it() throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        assertThat(key.fingerprint()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(VerifyingKey.of(key.encoded())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThatThrownBy(() -> VerifyingKey.of(new byte[44])).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void verifies_a_known_signature() {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] point = HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] encoded = java.util.Arrays.copyOf(prefix, 44);
        System.arraycopy(point, 0, encoded, 12, 32);
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
                        + "1d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(VerifyingKey.of(encoded).verifies(new byte[] {0x72}, signature))
                .isTrue();
        assertThat(VerifyingKey.of(encoded).verifies(new byte[] {0x73}, signature))
                .isFalse();
        assertThat(Base64.getUrlDecoder().decode(Base64.getUrlEncoder().encode(signature)))
                .hasSize(64);
    }

    @Test
    void a_store_that_was_restored_names_what_it_has_lost() {
        var restored = new Incarnations(List.of(
                new Incarnations.Incarnation(1, Optional.empty()),
                new Incarnations.Incarnation(2, Optional.of(new Incarnations.Gap(101, 120)))));
        assertThat(restored.current()).isEqualTo(2);
        assertThat(restored.gapAt(100)).isEmpty();
        assertThat(restored.gapAt(101)).isEqualTo(restored.gapAt(120)).isPresent();
        assertThat(restored.gapAt(121)).isEmpty();
        assertThat(restored.lost(1, 100)).isEmpty();
        assertThat(restored.lost(1, 101)).isEqualTo(restored.lost(1, 120)).hasValue(new Incarnations.Gap(101, 120));
        assertThat(restored.lost(2, 101)).isEmpty();
        assertThat(restored.lastNotLost(130)).isEqualTo(130);
        assertThat(restored.lastNotLost(115)).isEqualTo(100);
        assertThat(Incarnations.first().gapAt(1)).isEmpty();
    }

    @Test
    void a_gap_is_disproved_by_whoever_has_seen_more_before_it_was_declared() {
        var restored = new Incarnations(List.of(
                new Incarnations.Incarnation(1, Optional.empty()),
                new Incarnations.Incarnation(2, Optional.of(new Incarnations.Gap(101, 120)))));
        assertThat(restored.disproved(1, 120)).isEmpty();
        assertThat(restored.disproved(1, 121)).hasValue(new Incarnations.Gap(101, 120));
        assertThat(restored.disproved(2, 121)).isEmpty();
    }

    @Test
    void positions_that_were_not_declared_as_lost_are_counted() {
        var gaps = List.of(
                new Incarnations.Incarnation(1, Optional.empty()),
                new Incarnations.Incarnation(2, Optional.of(new Incarnations.Gap(11, 20))),
                new Incarnations.Incarnation(3, Optional.of(new Incarnations.Gap(15, 30))),
                new Incarnations.Incarnation(4, Optional.of(new Incarnations.Gap(41, 50))));
        var incarnations = new Incarnations(gaps);
        for (long from = 1; from <= 55; from++)
            for (long to = from - 1; to <= 55; to++)
                assertThat(incarnations.notLost(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(LongStream.rangeClosed(from, to)
                                .filter(position -> incarnations.gapAt(position).isEmpty())
                                .count());
    }
}
