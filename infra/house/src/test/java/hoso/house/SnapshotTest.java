package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Snapshots as an office sees them at its door. */
@InSharedHouse
class SnapshotTest {

    private static final String PATH = "/api/v1/snapshots";
    private static final String MARCH = "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"";

    private static Wire wire;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("Z", wire);
        province.receive("one", province.communeA());
        province.receive("other", province.communeB());
    }

    @Test
    void is_frozen_with_all_that_it_is_found_and_proven_by() throws Exception {
        Reply frozen = freeze(province.code(), MARCH);

        assertThat(frozen.status()).isEqualTo(201);
        JsonNode snapshot = frozen.json();
        String id = snapshot.get("id").asString();
        assertThat(frozen.headers().get("location")).isEqualTo(PATH + "/" + id);
        assertThat(snapshot.get("position").longValue()).isPositive();
        assertThat(snapshot.get("frozenBy").asString()).isEqualTo("admin");
        assertThat(snapshot.get("provisional").booleanValue()).isFalse();
        assertThat(snapshot.has("tampering")).isFalse();
        assertThat(snapshot.at("/content/report/total/received/new").longValue())
                .isEqualTo(2);
        assertThat(snapshot.at("/content/form/id").asString()).isEqualTo("II.06");
        // anybody can check it with a library for RFC 8785 and SHA-256
        byte[] canonical = new JsonCanonicalizer(snapshot.get("content").toString()).getEncodedUTF8();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)))
                .isEqualTo(snapshot.get("sha256").asString());
        assertThat(get(id).json().get("content")).isEqualTo(snapshot.get("content"));
    }

    @Test
    void each_names_the_hash_of_the_one_before() {
        JsonNode one = freeze(province.code(), MARCH).json();
        JsonNode next = freeze(province.code(), MARCH).json();
        long between =
                next.at("/chain/number").longValue() - one.at("/chain/number").longValue();
        assertThat(between).isEqualTo(1);
        assertThat(next.at("/chain/previous")).isEqualTo(one.at("/chain/hash"));
        assertThat(next.get("sha256")).isEqualTo(one.get("sha256"));
    }

    @Test
    void takes_a_period_by_the_name_that_its_regulation_gives_it() {
        JsonNode snapshot = freeze(province.code(), "\"preset\":\"quarter\",\"of\":\"2026-Q1\"")
                .json();
        assertThat(snapshot.get("kind").asString()).isEqualTo("QUARTER");
        assertThat(snapshot.get("from").asString()).isEqualTo("2025-12-15");
        assertThat(snapshot.get("to").asString()).isEqualTo("2026-03-14");
    }

    @Test
    void a_period_that_has_not_ended_is_provisional() {
        JsonNode snapshot = freeze(province.code(), "\"from\":\"2026-01-01\",\"to\":\"2099-12-31\",\"kind\":\"CUSTOM\"")
                .json();
        assertThat(snapshot.get("provisional").booleanValue()).isTrue();
        assertThat(snapshot.at("/content/report/at").isString()).isTrue();
    }

    @Test
    void is_signed_once() {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        String signature = "{\"office\":\"UBND tỉnh Z\",\"title\":\"CHỦ TỊCH\",\"decision\":\"86/BC-UBND\"}";

        JsonNode signed = sign(id, signature).isOk().json();

        assertThat(signed.at("/signature/office").asString()).isEqualTo("UBND tỉnh Z");
        assertThat(signed.at("/signature/recordedBy").asString()).isEqualTo("admin");
        assertThat(sign(id, signature).isOk().json()).isEqualTo(signed);
        sign(id, signature.replace("86", "87")).isProblem(ProblemCode.CONTRADICTS_HISTORY);
        assertThat(get(id).json()).isEqualTo(signed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"office\":\"A\",\"title\":\"B\"}",
                "{\"office\":\"A\",\"title\":\"B\",\"decision\":1}",
                "{\"office\":\"A\",\"title\":\"B\",\"decision\":\"\\u0007\"}",
                "{\"office\":\" \",\"title\":\"B\",\"decision\":\"C\"}",
                "{\"office\":\"A\",\"title\":\"B\",\"decision\":\"C\",\"name\":\"Nguyễn Văn A\"}",
            })
    void takes_no_other_signature(String body) {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        sign(id, body).isProblem(ProblemCode.MALFORMED);
        assertThat(get(id).json().has("signature")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"",
                "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"month\"",
                "\"from\":\"2026-03-01\",\"kind\":\"MONTH\"",
                "\"from\":\"2026-03-31\",\"to\":\"2026-03-01\",\"kind\":\"MONTH\"",
                "\"from\":\"2099-03-01\",\"to\":\"2099-03-31\",\"kind\":\"MONTH\"",
                "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\",\"asOf\":\"4\"",
                "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\",\"by\":7",
                "\"from\":\"2026-03-01\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"",
                "\"preset\":\"month\",\"of\":\"2026-13\"",
                "\"preset\":\"month\",\"of\":\"2026-03\",\"kind\":\"YEAR\"",
            })
    void freezes_nothing_it_does_not_understand(String order) {
        freeze(province.code(), order).isProblem(ProblemCode.MALFORMED);
    }

    @Test
    void is_seen_by_whom_the_report_may_be_seen_by() {
        String id = freeze(province.communeA(), MARCH).json().get("id").asString();
        wire.get(PATH + "/" + id, wire.token(Role.READER, province.districtA())).isOk();
        wire.get(PATH + "/" + id, wire.token(Role.READER, province.districtB())).isProblem(ProblemCode.FORBIDDEN);
        wire.get(PATH + "/S999999", wire.token(Role.READER, province.districtB()))
                .isProblem(ProblemCode.FORBIDDEN);
        wire.get(PATH + "/S999999", wire.admin()).isProblem(ProblemCode.NOT_FOUND);
        for (String nonsense : List.of("nonsense", "S0", "S01", "S", "S١", "S99999999999999999999"))
            wire.get(PATH + "/" + URLEncoder.encode(nonsense, StandardCharsets.UTF_8), wire.admin())
                    .isProblem(ProblemCode.NOT_FOUND);
        assertThat(listed(wire.token(Role.READER, province.districtA()), "")).contains(id);
        assertThat(listed(wire.token(Role.READER, province.districtB()), "")).doesNotContain(id);
        assertThat(listed(wire.admin(), "?unit=" + province.communeA())).contains(id);
        assertThat(listed(wire.admin(), "?unit=" + province.communeB())).isEmpty();
    }

    @Test
    void are_listed_page_by_page_the_newest_first() {
        for (int count = 0; count < 3; count++) freeze(province.districtB(), MARCH);
        String unit = "?unit=" + province.districtB();
        List<String> all = listed(wire.admin(), unit);
        assertThat(all).hasSize(3);
        JsonNode first = wire.get(PATH + unit + "&limit=2", wire.admin()).isOk().json();
        JsonNode rest = wire.get(
                        PATH + unit + "&limit=2&after=" + first.get("next").asString(), wire.admin())
                .isOk()
                .json();
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(ids(rest)).isEqualTo(all.subList(2, 3));
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    void who_sees_few_units_finds_theirs_among_many_others() {
        Province other = Province.found("Y", wire);
        String own = freeze(other.communeB(), MARCH).json().get("id").asString();
        for (int count = 0; count < 5; count++) freeze(other.communeA(), MARCH);
        String token = wire.token(Role.READER, other.districtB());
        assertThat(listed(token, "?limit=1&unit=" + other.communeB())).containsExactly(own);
        assertThat(listed(token, "?limit=1")).hasSize(1);
        assertThat(listed(wire.token(Role.READER, other.communeA()), "")).doesNotContain(own);
    }

    @Test
    void the_chain_is_walked_by_who_sees_all_units_and_its_last_row_can_be_kept_elsewhere() {
        JsonNode frozen = freeze(province.code(), MARCH).json();
        long number = frozen.at("/chain/number").longValue();
        JsonNode walk = walk(number - 1);
        assertThat(walk.get("intact").booleanValue()).isTrue();
        assertThat(walk.at("/last/number").longValue()).isGreaterThanOrEqualTo(number);
        JsonNode alone = wire.get(PATH + "/chain?limit=1&after=" + (number - 1), wire.admin())
                .isOk()
                .json();
        assertThat(alone.at("/last/hash")).isEqualTo(frozen.at("/chain/hash"));
        assertThat(alone.get("next").longValue()).isEqualTo(number);
        assertThat(walk(999_999_999_999_999_999L).has("last")).isFalse();
        wire.get(PATH + "/chain?limit=1001", wire.admin()).isProblem(ProblemCode.MALFORMED);
    }

    private static JsonNode walk(long after) {
        return wire.get(PATH + "/chain?after=" + after, wire.token(Role.AUDITOR, "*"))
                .isOk()
                .json();
    }

    @Test
    void one_whose_row_was_changed_is_named_and_keeps_nobody_from_the_others() throws Exception {
        Province other = Province.found("X", wire);
        String id = freeze(other.code(), MARCH).json().get("id").asString();
        long number = Long.parseLong(id.substring(1));
        forge("UPDATE snapshot.entry SET header = replace(header, '\"position\":', '\"position\":\"x\",\"was\":')"
                + " WHERE number = " + number);
        String unit = "?unit=" + other.code();

        String later = freeze(other.code(), MARCH).json().get("id").asString();

        JsonNode list = wire.get(PATH + unit, wire.admin()).isOk().json();
        assertThat(ids(list)).contains(later).doesNotContain(id);
        assertThat(list.get("damaged").valueStream().map(JsonNode::asString)).containsExactly(id);
        assertThat(wire.get(PATH + unit, wire.token(Role.READER, other.code()))
                        .isOk()
                        .json()
                        .has("damaged"))
                .isFalse();
        wire.get(PATH + "/" + id, wire.admin()).isProblem(ProblemCode.CONTRADICTS_HISTORY);
        wire.get("/api/v1/report" + unit + "&from=2026-04-01&to=2026-04-30", wire.admin())
                .isOk();
        assertThat(walk(number - 1).at("/damaged/0/number").longValue()).isEqualTo(number);
    }

    @Test
    void a_replay_tells_its_progress_to_who_asks_for_lines() {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        Reply lines = wire.post(
                PATH + "/" + id + "/replay",
                "application/json",
                new byte[0],
                wire.token(Role.AUDITOR, "*"),
                "Accept: application/x-ndjson");
        assertThat(lines.isOk().headers().get("content-type")).startsWith("application/x-ndjson");
        String last = lines.body().strip().lines().reduce("", (one, other) -> other);
        assertThat(last).contains("\"matches\":true");
        wire.post(PATH + "/" + id + "/replay", "application/json", new byte[0], wire.token(Role.READER, "*"))
                .isProblem(ProblemCode.FORBIDDEN);
    }

    @Test
    void the_report_that_begins_where_it_ends_names_it() {
        String id = freeze(province.districtA(), MARCH).json().get("id").asString();
        String april = "/api/v1/report?unit=" + province.districtA() + "&from=2026-04-01&to=2026-04-30";
        JsonNode report = wire.get(april, wire.admin()).isOk().json();
        assertThat(report.at("/joint/snapshot").asString()).isEqualTo(id);
        assertThat(report.at("/joint/difference").longValue()).isZero();

        String late = province.receive("late", province.communeA());
        JsonNode joint = wire.get(april, wire.admin()).isOk().json().get("joint");
        assertThat(joint.get("difference").longValue()).isEqualTo(1);
        assertThat(joint.at("/parts/0/cause").asString()).isEqualTo("LATE_FACT");
        JsonNode restated = wire.get(
                        PATH + "/" + id + "/restatement?cell=pending.total",
                        wire.token(Role.READER, province.districtA()))
                .isOk()
                .json();
        assertThat(restated.at("/cells/0/dossiers/0/id").asString()).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .docx | */*                        | wordprocessingml.document | PK
            .xlsx | application/json           | spreadsheetml.sheet       | PK
            .csv  |                            | text/csv                  | ï»¿
                  | text/csv                   | text/csv                  | ï»¿
                  | application/vnd.openxmlformats-officedocument.wordprocessingml.document | wordprocessingml.document | PK
                  | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;q=0.9, text/csv;q=0.1 | spreadsheetml.sheet | PK
                  | text/html, */*;q=0.8       | application/json          | {
                  |                            | application/json          | {
            """)
    void comes_as_the_document_that_its_suffix_or_the_header_asks_for(
            String suffix, String accept, String type, String begins) {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        String path = PATH + "/" + id + (suffix == null ? "" : suffix);
        Reply reply = accept == null
                ? wire.get(path, wire.token(Role.READER, "*"))
                : wire.get(path, wire.token(Role.READER, "*"), "Accept: " + accept);
        assertThat(reply.isOk().headers().get("content-type")).contains(type);
        assertThat(new String(reply.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .startsWith(begins);
        if (!type.equals("application/json"))
            assertThat(reply.headers().get("content-disposition")).contains("attachment", id + ".");
    }

    @Test
    void comes_in_no_other_form() {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        wire.get(PATH + "/" + id, wire.admin(), "Accept: application/pdf").isProblem(ProblemCode.NOT_ACCEPTABLE);
        wire.get(PATH + "/" + id + ".pdf", wire.admin()).isProblem(ProblemCode.NOT_FOUND);
    }

    @Test
    void is_not_printed_where_it_is_no_longer_what_was_frozen() throws Exception {
        String id = freeze(province.code(), MARCH).json().get("id").asString();
        forge("UPDATE snapshot.entry SET content = convert_to(replace(convert_from(content, 'UTF8'),"
                + " '\"late\":0', '\"late\":7'), 'UTF8') WHERE number = " + id.substring(1));
        wire.get(PATH + "/" + id + ".docx", wire.admin()).isProblem(ProblemCode.CONTRADICTS_HISTORY);
        assertThat(get(id).json().get("tampering")).hasSize(1);
        JsonNode outcome = wire.post(PATH + "/" + id + "/replay", "application/json", new byte[0], wire.admin())
                .isOk()
                .json();
        assertThat(outcome.get("matches").booleanValue()).isFalse();
        assertThat(outcome.get("tampering")).hasSize(1);
    }

    private static void forge(String sql) throws Exception {
        try (var connection = SharedHouse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Reply freeze(String unit, String order) {
        return wire.post(
                PATH, "application/json", Wire.bytes("{\"unit\":\"" + unit + "\"," + order + "}"), wire.admin());
    }

    private static Reply sign(String id, String body) {
        return wire.post(
                PATH + "/" + id + "/signature",
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                wire.admin());
    }

    private static Reply get(String id) {
        return wire.get(PATH + "/" + id, wire.admin()).isOk();
    }

    private static List<String> listed(String token, String query) {
        return ids(wire.get(PATH + query, token).isOk().json());
    }

    private static List<String> ids(JsonNode page) {
        return page.get("snapshots")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }
}
