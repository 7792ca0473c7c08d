package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.query.audit.evidence.EvidenceCheck;
import hoso.query.audit.evidence.EvidenceFile;
import hoso.testkit.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Evidence on a dossier: made by a house, checked with the file alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceTest {

    private static final long SEED = 20_261_122;
    private static final int FLIPPED_BYTES = 200;

    private static TestDatabase database;
    private static RunningHouse house;
    private static String dossier;
    private static byte[] zip;
    private static Map<String, byte[]> files;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        var province = Province.found("E", new Wire(house));
        dossier = province.receive("dossier", province.communeA());
        province.publish(List.of(
                Event.of("dossier.supplement-requested", dossier, "reason", "thiếu bản sao")
                        .at("2026-03-03T09:00:00+07:00"),
                Event.of("dossier.supplement-received", dossier).at("2026-03-05T10:00:00+07:00"),
                Event.of("dossier.forwarded", dossier, "holder", province.districtA())
                        .at("2026-03-05T11:00:00+07:00"),
                Province.closed(dossier, "2026-03-20T16:00:00+07:00")));
        // others stand around it, before and after
        for (int other = 0; other < 30; other++) province.receive("other" + other, province.communeB());
        zip = house.download("/api/v1/dossiers/" + dossier + "/evidence");
        files = unzipped(zip);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    @Order(1)
    void verifies_with_the_file_alone_and_tells_the_account() throws IOException {
        EvidenceCheck.Outcome outcome = check(zip, Optional.empty());

        assertThat(outcome.wrong()).as("%s", outcome.steps()).isEmpty();
        assertThat(outcome.dossier()).contains(dossier);
        assertThat(outcome.sentences().getFirst()).contains(dossier).contains("tiếp nhận");
        assertThat(text("clock.txt")).isEqualTo(String.join("\n", outcome.sentences()) + "\n");
        assertThat(text("README.txt"))
                .contains(outcome.fingerprint().orElseThrow())
                .contains("BẰNG CHỨNG")
                .contains("EVIDENCE");
        assertThat(text("events.ndjson").lines()).hasSize(5);
        assertThat(text("events.ndjson")).doesNotContain("thiếu bản sao");
    }

    @Test
    @Order(2)
    void is_held_against_the_fingerprint_that_was_published() throws IOException {
        String own = check(files).fingerprint().orElseThrow();

        assertThat(check(files, Optional.of(own)).wrong()).isEmpty();
        assertThat(check(files, Optional.of("0".repeat(64))).wrong())
                .hasValueSatisfying(wrong -> assertThat(wrong).contains(own));
    }

    @Test
    @Order(3)
    void says_the_same_of_the_same_question_but_for_the_head_that_was_signed_since() {
        String asOf = "?asOf=20&at=2026-11-01T08:00:00%2B07:00";
        Map<String, byte[]> once = unzipped(house.download("/api/v1/dossiers/" + dossier + "/evidence" + asOf));
        Map<String, byte[]> again = unzipped(house.download("/api/v1/dossiers/" + dossier + "/evidence" + asOf));

        for (String name : List.of("clock.json", "clock.txt", "events.ndjson", "reference.ndjson", "key.pem"))
            assertThat(again.get(name)).as(name).isEqualTo(once.get(name));
    }

    @Test
    @Order(4)
    void names_the_first_thing_that_is_wrong() throws IOException {
        assertThat(wrong("events.ndjson", "APPROVED", "REJECTED"))
                .contains("position")
                .contains("leaf hash");
        assertThat(wrong("clock.json", "LATE", "ON_TIME")).contains("clock.json");
        assertThat(wrong("clock.txt", "trễ hạn", "đúng hạn")).contains("clock.txt");
        assertThat(wrong("head.json", "\"size\":", "\"size\":1")).contains("head.json");
        assertThat(wrong("manifest.json", dossier, "E-another")).contains("another dossier");
        assertThat(wrong("manifest.json", "\"origin\" : \"", "\"origin\" : \"H99"))
                .contains("names the store 'H99");
        assertThat(wrong("manifest.json", "{", "{ ")).contains("manifest.json is not, byte for byte");
        Map<String, byte[]> fewer = new LinkedHashMap<>(files);
        fewer.put("events.ndjson", bytes(text("events.ndjson").lines().skip(1).toList()));
        assertThat(check(fewer).wrong())
                .hasValueSatisfying(found -> assertThat(found).contains("line 1"));
        fewer.remove("key.pem");
        assertThat(check(fewer).wrong()).contains("key.pem is missing");
    }

    /** Whoever opens the file reads what was checked, and nothing else. */
    @Test
    @Order(5)
    void has_room_for_nothing_beside_what_is_checked() throws IOException {
        String own = check(files).fingerprint().orElseThrow();
        assertThat(wrong("README.txt", own, "0".repeat(64))).contains("README.txt is not, byte for byte");
        assertThat(wrong("proofs.ndjson", "\n", "\r\n")).contains("proof");
        assertThat(wrongWith("proofs.ndjson", text("proofs.ndjson") + text("proofs.ndjson")))
                .contains("proofs.ndjson is not, byte for byte");
        assertThat(wrongWith("note.txt", "chữ ký đúng")).contains("note.txt does not belong there");
        List<String> reference = text("reference.ndjson").lines().toList();
        assertThat(wrongWith("reference.ndjson", String.join("\n", reference.reversed()) + "\n"))
                .contains("reference.ndjson, line 2", "out of order");
    }

    /** What unpacks a ZIP by the directory at its end is shown the second of two. */
    @Test
    @Order(6)
    void a_second_archive_behind_the_one_that_is_checked_is_refused() throws IOException {
        Map<String, byte[]> forged = new LinkedHashMap<>(files);
        forged.put("clock.txt", "đúng hạn\n".getBytes(StandardCharsets.UTF_8));
        var both = new ByteArrayOutputStream();
        both.writeBytes(zip);
        both.writeBytes(zipped(forged));

        assertThat(zipped(files)).isEqualTo(zip);
        for (byte[] other : List.of(both.toByteArray(), Arrays.copyOf(zip, zip.length + 1)))
            assertThat(check(other, Optional.empty()).wrong())
                    .hasValueSatisfying(found -> assertThat(found).startsWith("the ZIP is not, byte for byte"));
    }

    /** Somebody may leave out the last events, and make the rest anew: nothing contradicts that, and so it is said. */
    @Test
    @Order(7)
    void claims_nothing_of_what_came_after_its_last_event() throws IOException {
        long last =
                Long.parseLong(text("events.ndjson").lines().toList().getLast().replaceFirst("\\D*(\\d+).*", "$1"));

        assertThat(check(files).last()).contains(last);
        assertThat(text("README.txt"))
                .contains("gap from\nthe receipt to position " + last, "it does NOT prove", "KHÔNG chứng minh")
                .doesNotContain("every event of the dossier", "mọi sự kiện");
    }

    /** But for what the manifest says of its own making, no byte can be another. */
    @Test
    @Order(8)
    void notices_any_byte_that_was_changed() throws IOException {
        var random = new Random(SEED);
        List<String> names = files.keySet().stream()
                .filter(name -> !name.equals("manifest.json"))
                .toList();
        for (int flip = 0; flip < FLIPPED_BYTES; flip++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] content = files.get(name).clone();
            int at = random.nextInt(content.length);
            content[at] ^= (byte) (1 << random.nextInt(7));
            Map<String, byte[]> changed = new LinkedHashMap<>(files);
            changed.put(name, content);
            assertThat(check(changed).wrong())
                    .as("seed %d, flip %d, byte %d of %s", SEED, flip, at, name)
                    .isPresent();
        }
    }

    /** Behind the first header it is still a ZIP, and what is wrong is named. */
    @Test
    @Order(8)
    void notices_any_byte_that_was_changed_in_the_file_itself() throws IOException {
        var random = new Random(SEED);
        int header = 30;
        for (int flip = 0; flip < FLIPPED_BYTES; flip++) {
            byte[] changed = zip.clone();
            int at = header + random.nextInt(changed.length - header);
            changed[at] ^= (byte) (1 << random.nextInt(7));
            assertThat(check(changed, Optional.empty()).wrong())
                    .as("seed %d, flip %d, byte %d", SEED, flip, at)
                    .isPresent();
        }
        assertThat(check(Arrays.copyOf(zip, zip.length / 2), Optional.empty()).wrong())
                .isPresent();
    }

    @Test
    @Order(9)
    void still_verifies_when_an_order_has_erased_the_texts_of_the_dossier() throws IOException, SQLException {
        String reason = "/events/1/texts/reason";
        JsonNode before = history();
        assertThat(before.at(reason + "/text").asString()).isEqualTo("thiếu bản sao");
        house.publish(List.of(Event.of("dossier.texts-erased", dossier, "authority", "QĐ 9/2026")
                .at("2026-03-21T09:00:00+07:00")
                .json()));

        assertThat(history().at(reason).has("text")).isFalse();
        assertThat(history().at(reason + "/hash")).isEqualTo(before.at(reason + "/hash"));
        assertThat(left("SELECT count(*) FROM store.free_text JOIN store.event USING (position) WHERE stream = 'd/"
                        + dossier + "' AND (salt IS NOT NULL OR text IS NOT NULL)"))
                .isZero();
        byte[] anew = house.download("/api/v1/dossiers/" + dossier + "/evidence?minPosition=" + newest());
        EvidenceCheck.Outcome outcome = check(anew, Optional.empty());
        assertThat(outcome.wrong()).as("%s", outcome.steps()).isEmpty();
    }

    private static JsonNode history() {
        return house.get("/api/v1/dossiers/" + dossier + "/history", Map.of("minPosition", newest()));
    }

    private static long newest() {
        return house.get("/api/v1/status", Map.of()).get("head").longValue();
    }

    private static long left(String sql) throws SQLException {
        try (Connection superuser = database.connect();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Order(10)
    void is_not_made_of_a_store_that_somebody_has_changed() throws SQLException {
        try (Connection superuser = database.connect();
                var statement = superuser.createStatement()) {
            statement.execute("UPDATE store.event SET rest = convert_to(replace(convert_from(rest, 'UTF8'),"
                    + " 'APPROVED', 'REJECTED'), 'UTF8') WHERE stream = 'd/" + dossier + "'");
        }
        var wire = new Wire(house);
        wire.get("/api/v1/dossiers/" + dossier + "/evidence", wire.admin()).isProblem(ProblemCode.CONTRADICTS_HISTORY);
    }

    private static String wrong(String name, String text, String other) throws IOException {
        assertThat(text(name)).contains(text);
        return wrongWith(name, text(name).replace(text, other));
    }

    private static String wrongWith(String name, String content) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, content.getBytes(StandardCharsets.UTF_8));
        return check(changed).wrong().orElseThrow();
    }

    private static String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static EvidenceCheck.Outcome check(Map<String, byte[]> files) throws IOException {
        return check(files, Optional.empty());
    }

    private static EvidenceCheck.Outcome check(Map<String, byte[]> files, Optional<String> fingerprint)
            throws IOException {
        return check(zipped(files), fingerprint);
    }

    private static EvidenceCheck.Outcome check(byte[] zip, Optional<String> fingerprint) throws IOException {
        return EvidenceFile.check(Files.write(folder.resolve("evidence.zip"), zip), fingerprint);
    }

    /** As the house does it: of what it has put there, the very same file. */
    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var checksum = new CRC32();
                checksum.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(checksum.getValue());
                entry.setTimeLocal(timeOfEntries());
                zipped.putNextEntry(entry);
                zipped.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static LocalDateTime timeOfEntries() throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            return in.getNextEntry().getTimeLocal();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        } catch (IOException broken) {
            throw new AssertionError(Arrays.toString(zip), broken);
        }
        return files;
    }
}
