package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.standalone.verify.Check;
import hoso.standalone.verify.Findings;
import hoso.standalone.verify.Outcome;
import hoso.standalone.verify.Outcome.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a store that was signed is found, and its position named: so many random tamperings under a seed. */
class TamperedStoreTest {

    /** A thousand take more than a minute: they are for {@code -Dhoso.tamper.times=1000}. */
    private static final int TIMES = Integer.getInteger("hoso.tamper.times", 150);

    private static final long SEED = Long.getLong("hoso.tamper.seed", 20_261_122);

    @TempDir
    private static Path data;

    private static SignedStore store;

    @BeforeAll
    static void sign() throws Exception {
        store = new SignedStore(data);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @AfterEach
    void restore() throws Exception {
        store.restore();
    }

    @Test
    void a_store_that_nobody_touched_is_intact() throws Exception {
        var findings = store.verify();
        assertThat(findings.outcomes())
                .allSatisfy(outcome ->
                        assertThat(outcome.wrong()).as(outcome.toString()).isZero());
        assertThat(findings.outcomes().stream()
                        .filter(outcome -> outcome.checked() > 0)
                        .map(Outcome::check))
                .contains(
                        Check.POSITIONS,
                        Check.TIMES,
                        Check.LEAVES,
                        Check.COLUMNS,
                        Check.STREAMS,
                        Check.LEAF_LOG,
                        Check.TABLE_HEADS,
                        Check.FILE_HEADS,
                        Check.SIGNATURES,
                        Check.TEXTS,
                        Check.CHAIN,
                        Check.CHAIN_HEADS,
                        Check.CHAIN_FILE,
                        Check.CHAIN_SIGNATURES);
        assertThat(findings.notes()).isEmpty();
        assertThat(store.headSizes()).hasSizeGreaterThan(3).endsWith((long)
                store.rows().size());
    }

    @Test
    void every_one_of_a_thousand_random_tamperings_is_found_and_its_position_named() throws Exception {
        var chance = new Random(SEED);
        Map<Tampering, Integer> tried = new EnumMap<>(Tampering.class);
        for (int time = 1; time <= TIMES; time++) {
            // each kind as often as another
            var tampering = Tampering.values()[time % Tampering.values().length];
            var expected = tampering.on(store, chance);
            var findings = store.verify();
            String what = tampering + ", time " + time + " of seed " + SEED + ": " + findings.outcomes();
            assertThat(findings.intact()).as(what).isFalse();
            if (expected.check() != null)
                assertThat(findings.first(expected.check()).map(Finding::position))
                        .as("%s must name %s", what, expected)
                        .hasValue(expected.position());
            tried.merge(tampering, 1, Integer::sum);
            store.restore();
        }
        assertThat(tried).hasSize(Tampering.values().length);
        assertThat(store.verify().intact()).isTrue();
    }

    /** Whoever has all rights on the machine can sign what is false, but cannot change what lies elsewhere. */
    @Test
    void a_store_that_was_cut_with_all_its_witnesses_contradicts_a_copy_of_the_heads() throws Exception {
        Path copy = Files.copy(store.headsFile(), data.resolve("copy.ndjson"));
        long left = store.headSizes().get(1);
        store.changeEvents(store.rows().subList(0, (int) left));
        store.execute("DELETE FROM store.tree_head WHERE size > " + left);
        store.execute("DELETE FROM store.free_text WHERE position > " + left);
        store.changeHeadsFile(lines -> lines.subList(0, 2));
        store.cutSnapshots();
        byte[] leaves = Files.readAllBytes(store.leaves());
        Files.write(store.leaves(), java.util.Arrays.copyOf(leaves, (int) left * 32));

        assertThat(store.verify().intact()).isTrue();
        var compared = store.verify(store.folder(), copy);
        assertThat(compared.intact()).isFalse();
        assertThat(compared.first(Check.COPIED_HEADS).map(Finding::position))
                .hasValue(store.headSizes().get(2));
    }

    /** Even where no public key is at hand to tell that nobody has signed the loss. */
    @Test
    void a_loss_that_is_declared_over_events_contradicts_a_copy_of_the_heads() throws Exception {
        Path copy = Files.copy(store.headsFile(), data.resolve("before.ndjson"));
        store.changeEvents(store.rows().stream()
                .filter(row -> row.position() < 50 || row.position() > 52)
                .toList());
        store.execute("DELETE FROM store.tree_head; DELETE FROM store.free_text WHERE position BETWEEN 50 AND 52;"
                + "INSERT INTO store.incarnation VALUES (2, 53, 50, 52, now(), 'admin', 'restored to position 49')");
        store.cutSnapshots();
        var compared = store.verify(null, copy);
        assertThat(compared.first(Check.LOSSES).map(Finding::position)).hasValue(50L);
        assertThat(compared.first(Check.COPIED_HEADS).map(Finding::position))
                .hasValue(store.headSizes().stream()
                        .filter(size -> size >= 50)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void without_a_folder_it_says_what_it_had_not_to_compare_with() throws Exception {
        Findings findings = store.verify(null, null);
        assertThat(findings.intact()).isTrue();
        assertThat(findings.outcomes().stream()
                        .filter(outcome -> outcome.absent().isPresent())
                        .map(Outcome::check))
                .contains(Check.LEAF_LOG, Check.FILE_HEADS, Check.SIGNATURES);
    }

    @Test
    void what_is_not_signed_yet_is_said() throws Exception {
        long last = store.headSizes().removeLast();
        long before = store.headSizes().get(store.headSizes().size() - 2);
        store.execute("DELETE FROM store.tree_head WHERE size = " + last);
        store.changeHeadsFile(lines -> lines.subList(0, lines.size() - 1));
        store.cutSnapshots();
        var findings = store.verify();
        assertThat(findings.intact()).isTrue();
        assertThat(findings.notes())
                .containsExactly("positions " + (before + 1) + " to " + last + " are not signed yet");
    }
}
