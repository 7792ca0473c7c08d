package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Nobody looks at a dossier at the desk unrecorded. A page that is added fails here until it is said what it names. */
@InSharedHouse
class DeskReadsTest {

    private static final String PERIOD = "?unit=DRL.A.1&from=2026-03-01&to=2026-03-31";

    /** Those about one dossier, and how they are asked. */
    private static final Map<String, String> ABOUT_ONE = new TreeMap<>(Map.of(
            "GET /ho-so/{id}", "/ho-so/DRL-1?at=2026-03-20T00:00:00%2B07:00",
            "GET /ho-so/{id}/gia-dinh", "/ho-so/DRL-1/gia-dinh?luat=PORTAL",
            "GET /ho-so/{id}/tung-ngay", "/ho-so/DRL-1/tung-ngay",
            "GET /ho-so/{id}/chung-cu", "/ho-so/DRL-1/chung-cu",
            "GET /nhap/{id}/{kind}", "/nhap/DRL-1/huy?vi-tri={fact}",
            "POST /nhap/{id}/{kind}", "/nhap/DRL-1/huy"));

    /** Those that list some; how they are asked, and the question of the API that counts them. */
    private static final Map<String, String> LISTS = new TreeMap<>(Map.of(
            "GET /bao-cao/ho-so",
            "/bao-cao/ho-so" + PERIOD + "&cell=received.new /api/v1/report/dossiers" + PERIOD + "&cell=received.new",
            "GET /viec",
            "/viec" + PERIOD + "&viec=qua-han /api/v1/report/dossiers" + PERIOD + "&cell=pending.overdue",
            "GET /viec xin-loi",
            "/viec" + PERIOD + "&viec=xin-loi /api/v1/audit/apologies" + PERIOD + "&list=withoutLetter",
            "GET /viec cong",
            "/viec" + PERIOD + "&viec=cong /api/v1/audit/mismatches" + PERIOD,
            "GET /viec.xlsx",
            "/viec.xlsx" + PERIOD + "&viec=qua-han /api/v1/report/dossiers" + PERIOD + "&cell=pending.overdue"));

    private static final String RESTATEMENT = "GET /da-chot/{id}/so-sanh";

    /** Those that name none; a report, and the machine, name parked ones, which are amiss. */
    private static final Set<String> NAMING_NONE = Set.of(
            "GET /",
            "GET /vao",
            "POST /ra",
            "GET /ngon-ngu",
            "GET /favicon.ico",
            "GET /tinh/{hash}/{name}",
            "GET /don-vi",
            "GET /bao-cao",
            "GET /bao-cao/xu-huong",
            "POST /bao-cao/chot",
            "GET /ho-so",
            "GET /da-chot",
            "GET /da-chot/{id}",
            "GET /da-chot/{id}/dung-lai",
            "POST /da-chot/{id}/ky",
            "GET /may");

    /** What a calendar moves is listed for deciding it anew, as at the endpoint of the command side. */
    private static final Set<String> OF_THE_COMMAND_SIDE =
            Set.of("GET /lich", "POST /lich", "GET /lich/anh-huong", "POST /lich/anh-huong", "POST /lich/tinh-lai");

    private static final Map<Caller, DeskClient> BROWSERS = new HashMap<>();

    private static Wire wire;
    private static Province province;
    private static String snapshot;
    private static long fact;

    @BeforeAll
    static void found() {
        BROWSERS.clear();
        wire = new Wire(SharedHouse.house());
        province = Province.found("DRL", wire);
        for (String name : List.of("1", "2")) {
            String dossier = province.receive(name, province.communeA());
            province.publish(List.of(
                    Province.observed(dossier, Event.MONDAY, 4, false).withData("overdue", true),
                    Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER")));
        }
        JsonNode events = wire.get("/api/v1/dossiers/DRL-1/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        fact = events.get(events.size() - 1).get("position").longValue();
        snapshot = wire.post(
                        "/api/v1/snapshots",
                        "application/json",
                        Wire.bytes(
                                "{\"unit\":\"DRL.A.1\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}"),
                        wire.admin())
                .json()
                .get("id")
                .asString();
        String withdrawn = province.receive("3", province.communeA());
        province.publish(Event.of("dossier.withdrawn", withdrawn).at("2026-03-03T09:00:00+07:00"));
    }

    private static DeskClient clerk() {
        return browser("a clerk", Set.of(Scope.ADMIN), "DRL.A");
    }

    private static DeskClient browser(String subject, Set<Scope> scopes, String... units) {
        return BROWSERS.computeIfAbsent(
                new Caller(subject, scopes, Set.of("*"), new UnitRights(Set.of(units))),
                caller -> DeskClient.signedIn(SharedHouse.house(), caller));
    }

    private static Page ask(DeskClient browser, String page, String address) {
        String path = address.replace("{fact}", "" + fact);
        return page.startsWith("GET") ? browser.get(path) : browser.post(path, voiding("xem"));
    }

    private static Map<String, Object> voiding(String step) {
        return Event.map(
                "vi-tri",
                fact,
                "khi",
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "reason",
                "sai",
                "authority",
                "QĐ 1",
                "buoc",
                step);
    }

    @Test
    void of_every_page_it_is_said_whether_it_names_dossiers() {
        Set<String> said = new TreeSet<>(ABOUT_ONE.keySet());
        LISTS.keySet().forEach(list -> said.add(endpoint(list)));
        said.add(RESTATEMENT);
        said.addAll(NAMING_NONE);
        said.addAll(OF_THE_COMMAND_SIDE);
        assertThat(said).isEqualTo(Endpoints.pages(SharedHouse.house()));
    }

    private static String endpoint(String listed) {
        return String.join(" ", List.of(listed.split(" ")).subList(0, 2));
    }

    static Stream<String> aboutOne() {
        return ABOUT_ONE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("aboutOne")
    void a_page_about_a_dossier_is_one_look_however_many_questions_it_asks(String page) {
        DeskClient clerk = clerk();
        long before = newest();

        Page answer = ask(clerk, page, ABOUT_ONE.get(page));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode look = one(before);
        isOfTheClerk(look, page);
        assertThat(look.get("dossier").asString()).isEqualTo("DRL-1");
        assertThat(look.get("named").intValue()).isEqualTo(1);
        if (page.startsWith("GET"))
            assertThat(ABOUT_ONE.get(page).replace("{fact}", "" + fact))
                    .endsWith(look.get("question").asString());
    }

    @Test
    void what_is_entered_is_a_look_at_what_it_is_about() {
        DeskClient clerk = clerk();
        province.publish(Event.of("dossier.notified", "DRL-2", "by", "CALL", "about", "RESULT"));
        JsonNode events = wire.get("/api/v1/dossiers/DRL-2/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        Map<String, Object> sent = voiding("gui");
        sent.put("vi-tri", events.get(events.size() - 1).get("position").longValue());
        long before = newest();

        Page answer = clerk.post("/nhap/DRL-2/huy", sent);

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        JsonNode look = one(before);
        isOfTheClerk(look, "POST /nhap/{id}/{kind}");
        assertThat(look.get("dossier").asString()).isEqualTo("DRL-2");
        assertThat(clerk.get(answer.location()).status())
                .as("it waits until it is seen")
                .isEqualTo(200);
    }

    static Stream<String> lists() {
        return LISTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_is_one_look_at_as_many_as_it_names(String listed) {
        String[] asked = LISTS.get(listed).split(" ");
        int named =
                wire.get(asked[1], wire.admin()).isOk().json().get("dossiers").size();
        DeskClient clerk = clerk();
        long before = newest();

        assertThat(clerk.get(asked[0]).status()).isEqualTo(200);

        JsonNode look = one(before);
        isOfTheClerk(look, endpoint(listed));
        assertThat(look.has("dossier")).isFalse();
        assertThat(look.get("named").intValue()).isPositive().isEqualTo(named);
        assertThat(asked[0]).endsWith(look.get("question").asString());
    }

    @Test
    void what_moved_since_a_report_was_frozen_is_one_look_at_as_many_as_it_names() {
        DeskClient clerk = clerk();
        long before = newest();

        Page answer = clerk.get("/da-chot/" + snapshot + "/so-sanh");

        assertThat(answer.body()).contains("DRL-3");
        JsonNode look = one(before);
        isOfTheClerk(look, RESTATEMENT);
        Set<String> named = new TreeSet<>();
        wire.get("/api/v1/snapshots/" + snapshot + "/restatement?asOf=" + look.get("position"), wire.admin())
                .isOk()
                .json()
                .get("cells")
                .forEach(cell -> cell.path("dossiers")
                        .forEach(dossier -> named.add(dossier.get("id").asString())));
        assertThat(named).contains("DRL-3");
        assertThat(look.get("named").intValue()).as("%s", named).isEqualTo(named.size());
    }

    @Test
    void every_dossier_of_a_workbook_is_on_record_though_it_is_gathered_from_lists_of_the_same_length() {
        int many = 2_001;
        province.publish(IntStream.range(0, many)
                .mapToObj(number -> province.receipt("many-" + number, province.communeB()))
                .toList());
        DeskClient clerk = browser("a clerk", Set.of(Scope.ADMIN), "DRL.B");
        long before = newest();

        assertThat(clerk.get("/viec.xlsx" + PERIOD.replace("DRL.A", "DRL.B") + "&viec=qua-han")
                        .status())
                .isEqualTo(200);

        List<JsonNode> looks = since(before);
        assertThat(looks)
                .allMatch(look -> look.get("endpoint").asString().equals("GET /viec.xlsx"))
                .allMatch(look -> look.get("unit").asString().equals("DRL.B.1"));
        assertThat(looks.stream().mapToInt(look -> look.get("named").intValue()).sum())
                .isEqualTo(many);
    }

    @Test
    void what_names_nobody_is_no_look() {
        DeskClient clerk = clerk();
        long before = newest();
        for (String path : List.of(
                "/",
                "/bao-cao" + PERIOD,
                "/bao-cao/xu-huong" + PERIOD,
                "/don-vi?trang=/bao-cao",
                "/ho-so",
                "/da-chot",
                "/da-chot/" + snapshot,
                "/da-chot/" + snapshot + "/dung-lai",
                "/lich?nam=2072",
                "/may")) assertThat(clerk.get(path).status()).as(path).isIn(200, 303);

        assertThat(clerk.get("/ho-so?ma=DRL-1").location())
                .as("it is not yet shown")
                .isEqualTo("/ho-so/DRL-1");

        assertThat(since(before)).isEmpty();
    }

    // who is refused

    @ParameterizedTest
    @MethodSource("aboutOne")
    void who_is_refused_a_dossier_is_on_record_whatever_was_wanting(String page) {
        Map<String, DeskClient> refused = new TreeMap<>(Map.of(
                "without the scope", browser("without the scope", Role.READER.scopes(), "*"),
                "without the unit", browser("without the unit", Set.of(Scope.ADMIN), "DRL.B")));
        refused.forEach((name, browser) -> {
            long before = newest();

            assertThat(ask(browser, page, ABOUT_ONE.get(page)).status())
                    .as(name)
                    .isEqualTo(403);

            isRefused(one(before), name, page, "DRL-1");
        });
    }

    @Test
    void who_is_refused_what_there_is_not_is_on_record_too() {
        DeskClient elsewhere = browser("without the unit", Set.of(Scope.ADMIN), "DRL.B");
        long before = newest();

        assertThat(elsewhere.get("/ho-so/DRL-nothing").status()).isEqualTo(403);

        isRefused(one(before), "without the unit", "GET /ho-so/{id}", "DRL-nothing");
    }

    @Test
    void a_registrar_who_may_correct_and_not_read_is_on_record_as_refused() {
        DeskClient registrar = browser("a registrar", Role.REGISTRAR.scopes(), "*");
        long before = newest();

        assertThat(registrar.get("/nhap/DRL-1/huy?vi-tri=" + fact).status()).isEqualTo(403);

        isRefused(one(before), "a registrar", "GET /nhap/{id}/{kind}", "DRL-1");
    }

    @Test
    void a_form_that_is_none_of_the_session_and_who_is_not_signed_in_look_at_nothing() {
        DeskClient clerk = clerk();
        long before = newest();

        assertThat(clerk.postAsItIs("/nhap/DRL-1/huy", voiding("xem")).status()).isEqualTo(403);
        assertThat(DeskClient.at(SharedHouse.house()).get("/ho-so/DRL-1").status())
                .isEqualTo(303);

        assertThat(since(before)).isEmpty();
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() throws SQLException {
        DeskClient clerk = clerk();
        DeskClient elsewhere = browser("without the unit", Set.of(Scope.ADMIN), "DRL.B");
        String application = SharedHouse.database().application().user();
        owner("REVOKE INSERT ON reading.look FROM " + application);
        try {
            ABOUT_ONE.forEach((page, address) -> isUnavailable(ask(clerk, page, address)));
            LISTS.values().forEach(asked -> isUnavailable(clerk.get(asked.split(" ")[0])));
            isUnavailable(clerk.get("/da-chot/" + snapshot + "/so-sanh"));
            isUnavailable(elsewhere.get("/ho-so/DRL-1"));
            assertThat(clerk.get("/bao-cao" + PERIOD).status()).isEqualTo(200);
        } finally {
            owner("GRANT INSERT ON reading.look TO " + application);
        }
    }

    private static void isUnavailable(Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.isPage()).as(page.body()).isTrue();
        assertThat(page.body()).contains("503 unavailable").doesNotContain("DRL-2", "DRL-3");
    }

    private static void owner(String change) throws SQLException {
        try (Connection connection = SharedHouse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static void isOfTheClerk(JsonNode look, String endpoint) {
        assertThat(look.get("endpoint").asString()).isEqualTo(endpoint);
        assertThat(look.get("subject").asString()).isEqualTo("a clerk");
        assertThat(look.at("/scopes/0").asString()).isEqualTo("admin");
        assertThat(look.at("/units/0").asString()).isEqualTo("DRL.A");
        assertThat(look.get("unit").asString()).isEqualTo("DRL.A.1");
        assertThat(look.get("origin").asString()).isEqualTo("127.0.0.1");
        assertThat(look.get("refused").booleanValue()).isFalse();
        assertThat(look.get("position").longValue()).isPositive();
    }

    private static void isRefused(JsonNode look, String subject, String endpoint, String dossier) {
        assertThat(look.get("refused").booleanValue()).isTrue();
        assertThat(look.has("position")).isFalse();
        assertThat(look.get("named").intValue()).isZero();
        assertThat(look.get("subject").asString()).isEqualTo(subject);
        assertThat(look.get("endpoint").asString()).isEqualTo(endpoint);
        assertThat(look.get("dossier").asString()).isEqualTo(dossier);
        assertThat(look.get("origin").asString()).isEqualTo("127.0.0.1");
    }

    private static JsonNode one(long before) {
        List<JsonNode> looks = since(before);
        assertThat(looks).hasSize(1);
        return looks.getFirst();
    }

    private static long newest() {
        JsonNode looks = reads("?limit=1");
        return looks.isEmpty() ? 0 : looks.get(0).get("number").longValue();
    }

    private static List<JsonNode> since(long number) {
        List<JsonNode> looks = new ArrayList<>();
        reads("?limit=1000").forEach(looks::add);
        return looks.stream()
                .filter(look -> look.get("number").longValue() > number)
                .toList();
    }

    private static JsonNode reads(String query) {
        return wire.get("/api/v1/audit/reads" + query, wire.admin())
                .isOk()
                .json()
                .get("reads");
    }
}
