package hoso.house;

import static hoso.edge.ProblemCode.MALFORMED;
import static hoso.edge.ProblemCode.MEDIA_TYPE;
import static hoso.edge.ProblemCode.TOO_LARGE;
import static hoso.edge.ProblemCode.UNKNOWN_PROPERTY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hoso.edge.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What no publisher should send, and no client ask: a problem with a stable code, and nothing is left behind. */
@InSharedHouse
class BadInputTest {

    private static final String EVENTS = "/api/v1/events";
    private static final String LONG = "x".repeat(10_000);

    private static Wire wire;
    private static Province province;
    private static String dossier;
    private long headBefore;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("B", wire);
        dossier = province.receive("dossier", province.communeA());
    }

    @BeforeEach
    void lookAtTheHead() {
        headBefore = head();
    }

    @AfterEach
    void nothing_is_left_behind() {
        assertThat(head()).isEqualTo(headBefore);
    }

    private static long head() {
        return wire.get("/api/v1/status", wire.admin())
                .isOk()
                .json()
                .get("head")
                .longValue();
    }

    /** Bodies that are no event, told in bytes. */
    static Stream<Arguments> bodies() {
        String right = notice().json();
        return Stream.of(
                arguments("nothing", "", MALFORMED),
                arguments("blanks", " \n ", MALFORMED),
                arguments("an opening brace", "{", MALFORMED),
                arguments("no JSON", "hồ sơ", MALFORMED),
                arguments("a number", "17", MALFORMED),
                arguments("null", "null", MALFORMED),
                arguments("an array", "[" + right + "]", MALFORMED),
                arguments("two events", right + right, MALFORMED),
                arguments("more after it", right + " 1", MALFORMED),
                arguments("a half", right.substring(0, right.length() / 2), MALFORMED),
                arguments("a comment", "/* */" + right, MALFORMED),
                arguments("single quotes", right.replace('"', '\''), MALFORMED),
                arguments("NaN", right.replace("\"SMS\"", "NaN"), MALFORMED),
                arguments("a byte order mark", "\uFEFF" + right, MALFORMED),
                arguments(
                        "an attribute twice",
                        right.replace("{\"specversion\"", "{\"id\":\"a\",\"specversion\""),
                        MALFORMED),
                arguments("a property twice", right.replace("{\"by\"", "{\"by\":\"SMS\",\"by\""), MALFORMED),
                arguments("a key twice by escape", right.replace("{\"by\"", "{\"\\u0062y\":\"SMS\",\"by\""), MALFORMED),
                arguments("a NUL", right.replace("SMS", "\u0000"), MALFORMED),
                arguments("an escaped NUL", right.replace("SMS", "\\u0000"), MALFORMED),
                arguments("a NUL in a key", right.replace("\"by\"", "\"\\u0000\""), MALFORMED),
                arguments("half a surrogate pair", right.replace("SMS", "\\ud83d"), MALFORMED),
                arguments("a pair turned round", right.replace("SMS", "\\ude00\\ud83d"), MALFORMED),
                arguments("a tower of arrays", "[".repeat(30_000), MALFORMED),
                arguments("a tower of objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), MALFORMED),
                arguments("depth in data", right.replace("\"SMS\"", "[".repeat(100) + "]".repeat(100)), MALFORMED),
                arguments(
                        "depth in an attribute",
                        right.replace("{\"spec", "{\"x\":" + "[".repeat(100) + "]".repeat(100) + ",\"spec"),
                        MALFORMED),
                arguments("an immense number", right.replace("\"SMS\"", "1e999999999"), MALFORMED),
                arguments("a long number", right.replace("\"SMS\"", "1".repeat(5_000)), MALFORMED),
                arguments("a long key", right.replace("\"by\"", "\"" + LONG + "\""), UNKNOWN_PROPERTY),
                arguments(
                        "an id of 10,000 characters", notice().with("id", LONG).json(), MALFORMED),
                arguments(
                        "a subject of 10,000 characters",
                        notice().with("subject", LONG).json(),
                        MALFORMED),
                arguments(
                        "a source of 10,000 characters",
                        notice().with("source", LONG).json(),
                        MALFORMED),
                arguments(
                        "a type of 10,000 characters",
                        notice().with("type", LONG).json(),
                        ProblemCode.UNKNOWN_TYPE),
                arguments("a time of 10,000 characters", notice().at(LONG).json(), MALFORMED),
                arguments("an empty id", notice().with("id", "").json(), MALFORMED),
                arguments("an id that is a number", notice().with("id", 1).json(), MALFORMED),
                arguments("an id that is null", notice().with("id", null).json(), MALFORMED),
                arguments(
                        "a source that is no URI",
                        notice().with("source", "a b").json(),
                        MALFORMED),
                arguments(
                        "a subject with a slash",
                        notice().with("subject", "B/1").json(),
                        MALFORMED),
                arguments("data that is a string", notice().with("data", "{}").json(), MALFORMED),
                arguments("data that is null", notice().with("data", null).json(), MALFORMED),
                arguments("data in base64", notice().with("data_base64", "e30=").json(), MALFORMED),
                arguments(
                        "another content type",
                        notice().with("datacontenttype", "text/xml").json(),
                        MALFORMED));
    }

    private static Event notice() {
        return Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_that_is_no_event_is_refused(String what, String body, ProblemCode code) {
        wire.post(EVENTS, Wire.ONE, Wire.bytes(body), wire.admin()).isProblem(code);
        takesNothing(wire.post(EVENTS, Wire.BATCH, Wire.bytes("[" + body + "]"), wire.admin()));
        takesNothing(wire.post(EVENTS, Wire.STREAM, Wire.bytes(body), wire.admin()));
    }

    private static void takesNothing(Reply reply) {
        if (reply.status() != 200) {
            reply.isProblem();
            return;
        }
        JsonNode answer = reply.json();
        assertThat(answer.get("accepted").intValue() + answer.get("duplicates").intValue())
                .isZero();
        assertThat(answer.get("rejections")).hasSize(answer.get("rejected").intValue());
    }

    /** Data of the right form but for one thing. */
    static Stream<Arguments> events() {
        Event receipt = province.receipt("new", province.communeA());
        Event payment = Event.of("dossier.fee-paid", dossier, "amount", 1_000, "method", "ONLINE");
        Event rating = Event.of("dossier.satisfaction-rated", dossier, "satisfied", true);
        Event calendar = Event.of("calendar.published", "2030", "holidays", List.of(), "makeUpDays", List.of());
        return Stream.of(
                arguments("a property nobody knows", notice().withData("name", "Nguyễn Văn A"), UNKNOWN_PROPERTY),
                arguments("a time without an offset", notice().at("2026-03-02T09:00:00"), MALFORMED),
                arguments("a day there is not", notice().at("2026-02-30T09:00:00Z"), MALFORMED),
                arguments("a time before 1990", notice().at("1989-12-31T00:00:00+07:00"), MALFORMED),
                arguments("a time after 2100", notice().at("2101-01-01T00:00:00+07:00"), MALFORMED),
                arguments("a year of five digits", notice().at("12026-03-02T09:00:00Z"), MALFORMED),
                arguments("nanoseconds", notice().at("2026-03-02T09:00:00.000000001Z"), MALFORMED),
                arguments("an offset of a day", notice().at("2026-03-02T09:00:00+24:00"), MALFORMED),
                arguments("a leap second", notice().at("2026-12-31T23:59:60Z"), MALFORMED),
                arguments("due before the receipt", receipt.withData("dueAt", "2026-03-01T09:00:00+07:00"), MALFORMED),
                arguments("due at the receipt", receipt.withData("dueAt", Event.MONDAY), MALFORMED),
                arguments("due in eleven years", receipt.withData("dueAt", "2037-03-01T09:00:00+07:00"), MALFORMED),
                arguments("a name for an applicant", receipt.withData("applicantRef", "Nguyễn Văn A"), MALFORMED),
                arguments(
                        "a UUID by time",
                        receipt.withData("applicantRef", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
                        MALFORMED),
                arguments("an unknown channel", receipt.withData("channel", "FOOT"), MALFORMED),
                arguments("a unit that is a list", receipt.withData("unit", List.of("B")), MALFORMED),
                arguments("a unit of 10,000 characters", receipt.withData("unit", LONG), MALFORMED),
                arguments("an amount of half a đồng", payment.withData("amount", 0.5), MALFORMED),
                arguments("an amount of nothing", payment.withData("amount", 0), MALFORMED),
                arguments("an amount below", payment.withData("amount", -1), MALFORMED),
                arguments("an amount above", payment.withData("amount", 1_000_000_000_001L), MALFORMED),
                arguments("an amount beyond a long", payment.withData("amount", 1e300), MALFORMED),
                arguments("an amount that is a string", payment.withData("amount", "1000"), MALFORMED),
                arguments("a long transaction", payment.withData("transactionId", LONG), MALFORMED),
                arguments("a score of six", rating.withData("score", 6), MALFORMED),
                arguments("true as a string", rating.withData("satisfied", "true"), MALFORMED),
                arguments(
                        "a text of 501 characters",
                        Event.of("dossier.suspended", dossier, "reason", "x".repeat(501)),
                        MALFORMED),
                arguments("a calendar of no year", calendar.with("subject", "soon"), MALFORMED),
                arguments("a holiday of another year", calendar.withData("holidays", List.of("2029-01-01")), MALFORMED),
                arguments(
                        "hours that overlap",
                        calendar.withData("hours", List.of(List.of("07:00", "12:00"), List.of("11:00", "17:00"))),
                        MALFORMED),
                arguments("hours backwards", calendar.withData("hours", List.of(List.of("17:00", "07:00"))), MALFORMED),
                arguments(
                        "a pause that begins after its end",
                        Event.of("dossier.resumed", dossier, "since", "2026-03-03T09:00:00+07:00"),
                        MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void an_event_with_one_thing_wrong_is_refused(String what, Event event, ProblemCode code) {
        wire.publish(event).isProblem(code);

        JsonNode stream = wire.post(EVENTS, Wire.STREAM, Wire.bytes(event.json()), wire.admin())
                .isOk()
                .json();
        assertThat(stream.at("/rejections/0/code").asString()).isEqualTo(code.code());
    }

    static Stream<Arguments> brokenBytes() {
        return Stream.of(
                arguments("half a character", new int[] {0xC3}),
                arguments("a continuation alone", new int[] {0x80}),
                arguments("a slash made long", new int[] {0xC0, 0xAF}),
                arguments("a surrogate", new int[] {0xED, 0xA0, 0x80}),
                arguments("beyond Unicode", new int[] {0xF4, 0x90, 0x80, 0x80}),
                arguments("no UTF-8 at all", new int[] {0xFF, 0xFE}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBytes")
    void bytes_that_are_no_utf_8_are_malformed(String what, int[] octets) {
        StringBuilder raw = new StringBuilder();
        for (int octet : octets) raw.append((char) octet);
        byte[] event = notice().json().replace("SMS", raw).getBytes(ISO_8859_1);

        wire.post(EVENTS, Wire.ONE, event, wire.admin()).isProblem(MALFORMED);
        wire.post(EVENTS, Wire.BATCH, inArray(event), wire.admin()).isProblem(MALFORMED);
        assertThat(wire.post(EVENTS, Wire.STREAM, event, wire.admin())
                        .isOk()
                        .json()
                        .at("/rejections/0/code")
                        .asString())
                .isEqualTo("malformed");
    }

    private static byte[] inArray(byte[] event) {
        byte[] array = new byte[event.length + 2];
        array[0] = '[';
        System.arraycopy(event, 0, array, 1, event.length);
        array[array.length - 1] = ']';
        return array;
    }

    @Test
    void ten_megabytes_are_too_large_or_one_refused_line() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) 'x');

        wire.post(EVENTS, Wire.ONE, large, wire.admin()).isProblem(TOO_LARGE);
        wire.post(EVENTS, Wire.BATCH, large, wire.admin()).isProblem(TOO_LARGE);
        wire.post(EVENTS, "application/json", large, wire.admin()).isProblem(TOO_LARGE);
        wire.post("/actuator/rebuild", "application/json", large, wire.admin()).isProblem(TOO_LARGE);
        JsonNode stream =
                wire.post(EVENTS, Wire.STREAM, large, wire.admin()).isOk().json();
        assertThat(stream.at("/rejections/0/code").asString()).isEqualTo("too-large");
        assertThat(stream.get("rejected").intValue()).isEqualTo(1);
    }

    @Test
    void ten_megabytes_without_a_stated_length_are_too_large() {
        String head = wire.head("POST", EVENTS, wire.admin()) + "Content-Type: " + Wire.ONE
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        wire.send(Wire.bytes(head + chunk.repeat(160) + "0\r\n\r\n")).isProblem(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void a_body_in_a_content_coding_is_not_taken(String coding) {
        wire.post(EVENTS, Wire.STREAM, new byte[100], wire.admin(), "Content-Encoding: " + coding)
                .isProblem(MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/json",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "nonsense",
                "*/*",
                "application/cloudevents+json; charset=utf-16"
            })
    void another_media_type_is_not_taken(String type) {
        Reply reply = wire.post(EVENTS, type, Wire.bytes("{}"), wire.admin());

        assertThat(reply.isProblem().code()).isIn("media-type", "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/dossiers/%00",
                "/api/v1/dossiers/a%00b",
                "/api/v1/dossiers/{}",
                "/api/v1/dossiers/%7B%7D",
                "/api/v1/dossiers/%0a",
                "/api/v1/dossiers/%ff",
                "/api/v1/dossiers/%ed%a0%80",
                "/api/v1/dossiers/%zz",
                "/api/v1/dossiers/..%2f..%2fetc",
                "/api/v1/dossiers/%2e%2e/x",
                "/api/v1/dossiers/a;b=c",
                "/api/v1/dossiers//history",
                "/api/v1/dossiers/' OR 1=1",
                "/api/v1/dossiers/'%20OR%201=1--",
                "/api/v1/dossiers/B-dossier?asOf=%00",
                "/api/v1/dossiers/B-dossier?asOf=99999999999999999999999",
                "/api/v1/dossiers/B-dossier?asOf=-1",
                "/api/v1/dossiers/B-dossier?minPosition=x",
                "/api/v1/calendars/{year}",
                "/api/v1/calendars/99999999999",
                "/api/v1/calendars/%D9%A2%D9%A0%D9%A2%D9%A4",
                "/api/v1/calendars/2o24/affected",
                "/api/v1/report?unit=%00&from=2026-03-01&to=2026-03-31",
                "/api/v1/report?unit={}&from=2026-03-01&to=2026-03-31",
                "/api/v1/report?unit=B&from=2026-03-01&to=%00",
                "/api/v1/report?unit=B&from=+999999999-01-01&to=2026-03-31",
                "/api/v1/report?unit=B&from=2026-03-01&to=2026-03-31&at=9999-12-31T23:59:59Z",
                "/api/v1/report?unit=B&from=2026-03-01&to=2026-03-31&tree=0000-00-00",
                "/api/v1/report?unit=B&from=2026-03-01&to=2026-03-31&%00=x",
                "/api/v1/report?unit=B&unit=B&from=2026-03-01&to=2026-03-31",
                "/api/v1/report/dossiers?unit=B&from=2026-03-01&to=2026-03-31&cell=received.new&limit=0",
                "/api/v1/report/dossiers?unit=B&from=2026-03-01&to=2026-03-31&cell=received.new&limit=1e3",
                "/api/v1/report/dossiers?unit=B&from=2026-03-01&to=2026-03-31&cell=received.new&after=%F0%9F%92%A9",
                "/api/v1/report/dossiers?unit=B&from=2026-03-01&to=2026-03-31&cell=__proto__",
                "/api/v1/report/dossiers?unit=B&from=2026-03-01&to=2026-03-31&cell=received.new&key=%00",
                "/api/v1/dossiers/B-dossier/clock?from=2026-03-01",
                "/api/v1/dossiers/B-dossier/clock?at=now",
                "/api/v1/dossiers/B-dossier/days?from=2026-03-02&to=2026-03-01",
                "/api/v1/dossiers/B-dossier/days?from=1899-12-31",
                "/api/v1/dossiers/B-dossier/days?limit=1",
                "/api/v1/dossiers/B-dossier/evidence?asOf=99999999",
                "/api/v1/audit/mismatches?unit=B&from=2026-03-01",
                "/api/v1/audit/mismatches?unit=B&from=2026-03-01&to=2026-03-31&cause=not_synced",
                "/api/v1/audit/mismatches?unit=B&from=2026-03-01&to=2026-03-31&by=unit",
                "/api/v1/audit/mismatches?unit=B&from=2026-03-01&to=2026-03-31&limit=1001",
                "/api/v1/audit/mismatches?unit=B&from=2026-03-01&to=2026-03-31&after=bm9uZQ",
                "/api/v1/audit/apologies?unit=B&from=2026-03-31&to=2026-03-01",
                "/api/v1/audit/apologies?unit=B&from=2026-03-01&to=2026-03-31&list=without_letter",
                "/api/v1/audit/apologies?unit=B&from=2026-03-01&to=2026-03-31&list=kept&limit=0",
                "/api/v1/audit/gaps?silent=0",
                "/api/v1/audit/gaps?unit=B",
                "/api/v1/audit/gaps?from=2026-03-01&to=2026-03-31",
                "/api/v1/audit/gaps?unit=B&from=2026-03-01&to=2026-03-31&limit=x",
                "/api/v1/audit/gaps?unit=B&from=2025-01-01&to=2026-01-02",
                "/api/v1/audit/reads?from=yesterday",
                "/api/v1/audit/reads?limit=1001",
                "/api/v1/audit/reads?after=x",
                "/api/v1/audit/reads?dossier=",
                "/api/v1/audit/reads?user=somebody",
                "/api/v1/units?date=2026-02-30",
                "/actuator/health/%00",
                "/actuator/health/nothing",
                "/actuator/prometheus?format={}",
                "/actuator/env",
                "/%00",
                "/nothing",
            })
    void a_path_or_parameter_that_cannot_be_is_refused(String path) {
        wire.get(path, wire.admin()).isProblem();
    }

    @Test
    void ids_and_codes_of_ten_thousand_characters_are_refused() {
        wire.get("/api/v1/dossiers/" + LONG, wire.admin()).isProblem(ProblemCode.NO_SUCH_DOSSIER);
        wire.get("/api/v1/dossiers/" + LONG + "/history", wire.admin()).isProblem(ProblemCode.NO_SUCH_DOSSIER);
        wire.get("/api/v1/calendars/" + LONG, wire.admin()).isProblem(MALFORMED);
        wire.get("/api/v1/report?unit=" + LONG + "&from=2026-03-01&to=2026-03-31", wire.admin())
                .isProblem(MALFORMED);
        wire.get("/api/v1/units?" + LONG + "=1", wire.admin()).isProblem(MALFORMED);
    }

    @Test
    void headers_that_are_too_big_or_too_many_are_refused() {
        wire.get("/api/v1/status", wire.admin(), "X: " + "x".repeat(20_000)).isProblem(TOO_LARGE);
        wire.get("/api/v1/status?" + "x".repeat(20_000), wire.admin()).isProblem(TOO_LARGE);
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 200; number++) many.add("X-" + number + ": y");
        wire.get("/api/v1/status", wire.admin(), many.toArray(String[]::new)).isProblem();
        wire.get("/api/v1/status", "x".repeat(20_000)).isProblem(TOO_LARGE);
        wire.get("/api/v1/status", "x".repeat(10_000)).isProblem(ProblemCode.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"with\":[]}",
                "{\"without\":{}}",
                "{\"without\":[1]}",
                "{\"without\":[{\"source\":\"s\"}]}",
                "{\"without\":[{\"source\":\"s\",\"id\":1}]}",
                "{\"without\":[{\"source\":\"s\",\"id\":\"i\",\"time\":\"2026-03-02T09:00:00Z\"}]}",
                "{\"without\":[{\"source\":\"s\",\"id\":\"i\"},{\"source\":\"s\",\"id\":\"i\"}]}",
                "{\"moved\":[{\"source\":\"s\",\"id\":\"i\"}]}",
                "{\"moved\":[{\"source\":\"s\",\"id\":\"i\",\"time\":\"Monday\"}]}",
                "{\"rules\":\"local\"}",
                "{\"rules\":1}"
            })
    void a_supposition_that_is_none_is_malformed(String body) {
        wire.post("/api/v1/dossiers/B-dossier/clock", "application/json", Wire.bytes(body), wire.admin())
                .isProblem(MALFORMED);
    }

    @Test
    void a_supposition_about_a_fact_that_does_not_stand_is_refused_by_name() {
        String body = "{\"without\":[{\"source\":\"s\",\"id\":\"nothing\"}]}";
        wire.post("/api/v1/dossiers/B-dossier/clock", "application/json", Wire.bytes(body), wire.admin())
                .isProblem(ProblemCode.UNKNOWN_FACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"differing\":\"perhaps\"}", "{\"differing\":{\"a\":1}}"})
    void an_order_to_rebuild_that_is_none_is_malformed(String body) {
        wire.post("/actuator/rebuild", "application/json", Wire.bytes(body), wire.admin())
                .isProblem(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"from\":\"perhaps\"}", "{\"from\":1.5}", "{\"from\":{\"a\":1}}"})
    void an_order_to_publish_again_that_is_none_is_malformed(String body) {
        wire.post("/actuator/republish", "application/json", Wire.bytes(body), wire.admin())
                .isProblem(MALFORMED);
    }
}
