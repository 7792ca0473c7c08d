package hoso.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.edge.heads.HeadKey;
import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.standalone.StandaloneHouse;
import hoso.standalone.launch.KeptStore;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A store is written into files while it runs, and made of them again as it was. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(30);

    private static final Instant LATER = Instant.parse("2025-06-02T02:00:00Z");

    private static final List<String> TABLES =
            List.of("event", "free_text", "tree_head", "head_key", "incarnation", "frontier");

    private static final String LOOKS = "SELECT * FROM reading.look";

    private static HouseFolder data;
    private static HouseFolder files;
    private static HouseProcess process;
    private static long first;
    private static long second;

    @BeforeAll
    static void launch() throws Exception {
        data = HouseFolder.make();
        files = HouseFolder.make();
        process = HouseProcess.launched(data.path()).started();
        house().stream(Lives.reference());
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        data.close();
        files.close();
    }

    private static HouseClient house() throws Exception {
        return HouseClient.of(process, data.path());
    }

    private static List<String> lives(String prefix) {
        return Lives.dossiers(prefix, 40);
    }

    private static void awaitSigned(long position) {
        await().atMost(SIGNED_WITHIN).until(() -> house().signed() >= position);
    }

    private static Path file(String name) {
        return files.path().resolve(name);
    }

    /** What some questions are answered, each as one text. */
    private static List<String> asked(Path folder, List<String> selects) throws Exception {
        List<String> answers = new ArrayList<>();
        try (var store = KeptStore.open(folder);
                var connection = DriverManager.getConnection(
                        store.url(), store.login().user(), store.login().password());
                var statement = connection.createStatement()) {
            for (String select : selects)
                try (var row = statement.executeQuery(
                        "SELECT string_agg(r::text, E'\\n' ORDER BY r::text) FROM (" + select + ") r")) {
                    row.next();
                    answers.add(row.getString(1));
                }
        }
        return answers;
    }

    private static String asked(Path folder, String select) throws Exception {
        return asked(folder, List.of(select)).getFirst();
    }

    private static List<String> tables(Path folder) throws Exception {
        return asked(
                folder,
                TABLES.stream().map(table -> "SELECT * FROM store." + table).toList());
    }

    @Test
    @Order(1)
    void a_running_store_is_written_up_to_a_signed_head() throws Exception {
        first = house().publish(lives("first"));
        awaitSigned(first);
        String said = Backups.take(data.path(), file("full.zip"), 0);
        assertThat(said)
                .contains("positions 1 to %,d, signed up to %,d".formatted(first, first))
                .contains("secrets under the passphrase: " + file("full.zip.keys"))
                .contains("--after " + first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("full.zip"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void a_report_that_is_frozen_while_a_backup_is_written_does_not_spoil_it() throws Exception {
        freeze();
        String heads = Files.readString(data.path().resolve("heads/snapshots.ndjson"));
        try (var elsewhere = HouseFolder.make();
                var restored = HouseFolder.make()) {
            Path file = elsewhere.path().resolve("while.zip");
            String said = Backups.take(data.path(), file, 0, onceEventsAreWritten(BackupTest::freeze));
            assertThat(said).contains("1 rows of the chain of snapshots");
            assertThat(asked(data.path(), "SELECT count(*) FROM snapshot.entry"))
                    .isEqualTo("(2)");

            assertThat(Backups.restore(restored.path(), Backups.PASSPHRASE, file))
                    .contains("kho nguyên vẹn");
            assertThat(restored.path().resolve("heads/snapshots.ndjson")).hasContent(heads);
        }
    }

    private static void freeze() {
        try {
            house().freeze();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static PrintStream onceEventsAreWritten(Runnable then) {
        return new PrintStream(OutputStream.nullOutputStream(), true, UTF_8) {
            @Override
            public void println(String line) {
                if (line.startsWith("Events: ")) then.run();
            }
        };
    }

    @Test
    @Order(3)
    void a_stopped_store_gives_what_came_since_and_nothing_of_what_was_erased() throws Exception {
        String dossier = "first.erased";
        house().publish(List.of(
                Lives.receipt(dossier),
                Lives.event(dossier, "s", "dossier.suspended", LATER, "{\"reason\":\"bí mật của ông An\"}")));
        house().publish(lives("second"));
        second = house().publish(List.of(Lives.event(dossier, "e", "dossier.texts-erased", LATER, """
                {"authority":"QĐ 1/QĐ-UBND"}""")));
        assertThat(house().get("api/v1/dossiers/first.0/history").status()).isEqualTo(200);
        process.close();

        assertThat(Backups.take(data.path(), file("more.zip"), first))
                .contains("positions %,d to %,d, signed up to %,d".formatted(first + 1, second, second));
        assertThat(entries(file("more.zip"))).doesNotContain("ông An");
        assertThat(data.postgresql()).isEmpty();
    }

    private static String entries(Path zip) throws Exception {
        var all = new StringBuilder();
        try (var opened = FileSystems.newFileSystem(zip)) {
            for (String entry : List.of("events.copy", "texts.copy"))
                all.append(new String(Files.readAllBytes(opened.getPath(entry)), UTF_8));
        }
        return all.toString();
    }

    @Test
    @Order(4)
    void where_secrets_cannot_be_saved_no_backup_is_written_and_a_retry_may_have_its_name() throws Exception {
        try (var elsewhere = HouseFolder.make();
                var store = KeptStore.open(data.path())) {
            Path configuration = Files.writeString(
                    elsewhere.path().resolve("login.properties"),
                    "hoso.store.user=%s%nhoso.store.password=%s%n"
                            .formatted(store.login().user(), store.login().password()));
            Path file = elsewhere.path().resolve("once.zip");
            assertThatThrownBy(() -> Backups.takeApart(store.url(), configuration, elsewhere.path(), file))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("no backup was written: ");
            assertThat(elsewhere.path().toFile().list()).containsExactly("login.properties");

            assertThat(Backups.takeApart(store.url(), configuration, data.path(), file))
                    .contains("secrets under the passphrase");
        }
    }

    @Test
    @Order(5)
    void a_backup_writes_over_no_file_and_begins_after_an_event() {
        assertThatThrownBy(() -> Backups.take(data.path(), file("full.zip"), 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> Backups.take(data.path(), file("none.zip"), second + 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has no event at position " + (second + 1));
        assertThatThrownBy(() -> Backups.take(data.path(), file("none.zip"), second))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing that is signed came after position " + second);
        assertThat(files.path().toFile().list())
                .containsExactlyInAnyOrder("full.zip", "full.zip.keys", "more.zip", "more.zip.keys");
    }

    @Test
    @Order(6)
    void a_restored_store_is_the_one_that_was_written() throws Exception {
        try (var restored = HouseFolder.make()) {
            String said = Backups.restore(restored.path(), Backups.PASSPHRASE, file("full.zip"), file("more.zip"));
            assertThat(said)
                    .contains("kho nguyên vẹn", "with its private keys", "infra/run --data " + restored.path())
                    .contains("signed with the key of fingerprint " + fingerprint())
                    .doesNotContain("NO SIGNATURE WAS CHECKED");
            assertThat(tables(restored.path())).isEqualTo(tables(data.path()));
            assertThat(asked(restored.path(), LOOKS))
                    .isEqualTo(asked(data.path(), LOOKS))
                    .contains("dossiers/{id}/history");
            for (String same : List.of("heads/store.ndjson", "heads/leaves.bin", "secrets/store-heads-key.pem"))
                assertThat(restored.path().resolve(same))
                        .hasSameBinaryContentAs(data.path().resolve(same));

            try (var again = HouseProcess.launched(restored.path()).started()) {
                var client = HouseClient.of(again, restored.path());
                await().atMost(SIGNED_WITHIN).until(client::isReady);
                assertThat(client.stream(Lives.dossier("first.0")).number("accepted"))
                        .isZero();
                assertThat(client.get("api/v1/dossiers/first.0/history").status())
                        .as("a look that could not be recorded would be refused")
                        .isEqualTo(200);
                assertThat(client.stream(Lives.dossier("third")).number("lastPosition"))
                        .isGreaterThan(second);
                await().atMost(SIGNED_WITHIN).until(() -> client.signed() > second);
            }
            assertThat(isIntact(restored.path())).isTrue();
        }
    }

    private static String fingerprint() throws Exception {
        return KnownKeys.of(new ProofFolder(data.path()), ProofFolder.STORE)
                .getFirst()
                .fingerprint();
    }

    private static boolean isIntact(Path folder) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new StandaloneHouse().verify(new Options.Verify(folder, true, null, null, null), nowhere, nowhere);
    }

    @Test
    @Order(7)
    void a_text_that_was_erased_since_the_full_backup_is_erased_by_the_next() throws Exception {
        String texts = "SELECT position, text FROM store.free_text WHERE text IS NOT NULL";
        try (var restored = HouseFolder.make()) {
            Backups.restore(restored.path(), Backups.PASSPHRASE, file("full.zip"));
            assertThat(asked(restored.path(), texts)).contains("thiếu bản sao");
            String dossier = asked(restored.path(), """
                    SELECT substr(stream, 3) FROM store.event JOIN store.free_text USING (position) LIMIT 1""").replaceAll("[()]", "");
            try (var again = HouseProcess.launched(restored.path()).started()) {
                var client = HouseClient.of(again, restored.path());
                assertThat(client.stream(List.of(Lives.event(dossier, "e", "dossier.texts-erased", LATER, """
                                {"authority":"QĐ 1/QĐ-UBND"}""")))
                                .number("accepted"))
                        .isOne();
            }
            Backups.take(restored.path(), file("erased.zip"), first);
            try (var twice = HouseFolder.make()) {
                Backups.restore(twice.path(), Backups.PASSPHRASE, file("full.zip"), file("erased.zip"));
                assertThat(asked(twice.path(), texts)).isEqualTo(asked(restored.path(), texts));
                assertThat(asked(twice.path(), "SELECT count(*) FROM store.free_text WHERE text IS NULL"))
                        .isNotEqualTo("(0)");
            }
        }
    }

    @Test
    @Order(8)
    void whatever_is_wrong_is_one_line_and_nothing_is_left_behind() throws Exception {
        assertRefused("a full backup is to be named first", Backups.PASSPHRASE, file("more.zip"));
        assertRefused(
                "goes on after position", Backups.PASSPHRASE, file("full.zip"), file("more.zip"), file("more.zip"));
        assertRefused("two different events", Backups.PASSPHRASE, file("full.zip"), ofAnotherStore());
        assertRefused("the passphrase is another", "another passphrase", file("full.zip"));
        assertRefused("is no backup", Backups.PASSPHRASE, Files.write(file("torn.zip"), torn()));
        assertRefused("was changed: its entry texts.copy", Backups.PASSPHRASE, changed());
        assertRefused(
                "no backup that this version reads",
                Backups.PASSPHRASE,
                manifest("head.zip", manifest -> manifest.put("head", "no head")));
        assertRefused(
                "no backup that this version reads",
                Backups.PASSPHRASE,
                manifest(
                        "gap.zip",
                        manifest -> ((ObjectNode) manifest.at("/incarnations/0"))
                                .put("lostFrom", 7)
                                .put("lostTo", 3)));
        assertRefused(
                "another length than it must have",
                Backups.PASSPHRASE,
                new ChangedEvents(file("leaf.zip")).of(file("full.zip"), rows -> {
                    // of the first row: six columns, of which the leaf is the fifth
                    int leaf = rows.indexOf("\0\0\0 ", ChangedEvents.HEADER);
                    return rows.substring(0, leaf) + "\0\0\0\37" + rows.substring(leaf + 4, leaf + 35)
                            + rows.substring(leaf + 36);
                }));
        assertThatThrownBy(() -> Backups.restore(data.path(), Backups.PASSPHRASE, file("full.zip")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not empty");
    }

    private static void assertRefused(String why, String passphrase, Path... backups) {
        Path target = files.path().resolve("refused");
        assertThatThrownBy(() -> Backups.restore(target, passphrase, backups))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("nothing was restored: ")
                .hasMessageContaining(why);
        assertThat(target).doesNotExist();
    }

    /** The second, as one that goes on after another event at that position. */
    private static Path ofAnotherStore() throws Exception {
        return edited("other.zip", file("more.zip"), "manifest.json", "\"afterLeaf\" : \"", "\"afterLeaf\" : \"f");
    }

    private static byte[] torn() throws Exception {
        byte[] whole = Files.readAllBytes(file("full.zip"));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static Path changed() throws Exception {
        return edited("changed.zip", file("full.zip"), "texts.copy", "thiếu", "thừaa");
    }

    /** A copy with the first such text in an entry replaced. */
    private static Path edited(String name, Path from, String entry, String text, String other) throws Exception {
        Path copy = Files.copy(from, file(name));
        try (var opened = FileSystems.newFileSystem(copy)) {
            Path edited = opened.getPath(entry);
            // one character a byte, so that nothing else changes
            String bytes = new String(Files.readAllBytes(edited), ISO_8859_1);
            String found = new String(text.getBytes(UTF_8), ISO_8859_1);
            assertThat(bytes).contains(found);
            int at = bytes.indexOf(found);
            String put = new String(other.getBytes(UTF_8), ISO_8859_1);
            Files.write(
                    edited, (bytes.substring(0, at) + put + bytes.substring(at + found.length())).getBytes(ISO_8859_1));
        }
        return copy;
    }

    @Test
    @Order(9)
    void a_fingerprint_is_told_only_of_a_key_that_has_signed_what_was_restored() throws Exception {
        var another = HeadKey.keptIn(new ProofFolder(file("another")), ProofFolder.STORE)
                .verifying();
        Path forged = manifest(
                "key.zip",
                manifest -> ((ObjectNode) manifest.at("/keys/0"))
                        .put("fingerprint", another.fingerprint())
                        .put("encoded", another.encoded()));
        assertRefused("the backup is not what was signed", Backups.PASSPHRASE, forged);

        Path without = manifest("keyless.zip", manifest -> manifest.putArray("keys"));
        try (var restored = HouseFolder.make()) {
            assertThat(Backups.restore(restored.path(), Backups.PASSPHRASE, without))
                    .contains("NO SIGNATURE WAS CHECKED")
                    .doesNotContain(fingerprint());
        }
    }

    /** The full one, with a manifest that says something else. */
    private static Path manifest(String name, Consumer<ObjectNode> change) throws Exception {
        Path copy = Files.copy(file("full.zip"), file(name));
        try (var opened = FileSystems.newFileSystem(copy)) {
            Path entry = opened.getPath("manifest.json");
            var manifest = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(entry));
            change.accept(manifest);
            Files.write(entry, JsonMapper.shared().writeValueAsBytes(manifest));
        }
        return copy;
    }
}
