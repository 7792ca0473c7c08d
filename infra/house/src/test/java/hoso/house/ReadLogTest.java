package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody looks at a dossier unrecorded. An endpoint that is added fails here until it is said what it names. */
class ReadLogTest {

    private static final String PERIOD = "?unit=L.A.1&from=2026-03-01&to=2026-03-31";

    /** Those whose answers name dossiers, how they are asked, and how many dossiers that names here. */
    private static final Map<String, String> NAMING = named(
            "GET /api/v1/dossiers/{id}",
            "/api/v1/dossiers/L-1",
            "GET /api/v1/dossiers/{id}/history",
            "/api/v1/dossiers/L-1/history",
            "GET /api/v1/dossiers/{id}/clock",
            "/api/v1/dossiers/L-1/clock",
            "POST /api/v1/dossiers/{id}/clock",
            "/api/v1/dossiers/L-1/clock",
            "GET /api/v1/dossiers/{id}/days",
            "/api/v1/dossiers/L-1/days",
            "GET /api/v1/dossiers/{id}/evidence",
            "/api/v1/dossiers/L-1/evidence",
            "GET /api/v1/report/dossiers",
            "/api/v1/report/dossiers" + PERIOD + "&cell=received.new",
            "GET /api/v1/audit/mismatches",
            "/api/v1/audit/mismatches" + PERIOD,
            "GET /api/v1/audit/apologies",
            "/api/v1/audit/apologies" + PERIOD + "&list=withoutLetter",
            "GET /api/v1/snapshots/{id}/restatement",
            "/api/v1/snapshots/S1/restatement");

    /** Those of the read side that name none; a report, its neighbours and the status name parked ones, which are amiss. */
    private static final Set<String> NAMING_NONE = Set.of(
            "GET /api/v1/report",
            "GET /api/v1/report/trend",
            "GET /api/v1/scoreboard",
            "GET /api/v1/indicators",
            "GET /api/v1/units",
            "GET /api/v1/procedures",
            "GET /api/v1/calendars/{year}",
            "GET /api/v1/status",
            "GET /api/v1/audit/reads",
            "GET /api/v1/audit/gaps",
            "POST /api/v1/snapshots",
            "GET /api/v1/snapshots",
            "GET /api/v1/snapshots/{id}",
            "GET /api/v1/snapshots/chain",
            "POST /api/v1/snapshots/{id}/replay",
            "POST /api/v1/snapshots/{id}/signature");

    /** The command side's: what is published is an event with its publisher, and what a calendar affects is listed for redeciding. */
    private static final Set<String> OF_THE_COMMAND_SIDE = Set.of(
            "POST /api/v1/events",
            "GET /api/v1/calendars/{year}/affected",
            "POST /api/v1/calendars/{year}/affected",
            "POST /api/v1/calendars/{year}/redecide");

    private static TestDatabase database;
    private static RunningHouse house;
    private static Wire wire;
    private static Province province;

    /** Endpoints and how they are asked, in turn. */
    private static Map<String, String> named(String... inTurn) {
        Map<String, String> named = new TreeMap<>();
        for (int index = 0; index < inTurn.length; index += 2) named.put(inTurn[index], inTurn[index + 1]);
        return named;
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        wire = new Wire(house);
        province = Province.found("L", wire);
        for (String id : List.of("1", "2")) {
            String dossier = province.receive(id, province.communeA());
            province.publish(List.of(Event.of(
                    "dossier.portal-status-observed", dossier, "status", 4, "overdue", true, "synced", false)));
        }
        assertThat(wire.post(
                                "/api/v1/snapshots",
                                "application/json",
                                Wire.bytes(
                                        "{\"unit\":\"L.A.1\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}"),
                                wire.admin())
                        .status())
                .isEqualTo(201);
        province.publish(List.of(Event.of("dossier.withdrawn", "L-1").at("2026-03-03T09:00:00+07:00")));
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void of_every_endpoint_it_is_said_whether_it_names_dossiers() {
        Set<String> ours = Endpoints.of(house).stream()
                .filter(endpoint -> endpoint.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> said = new TreeSet<>(NAMING.keySet());
        said.addAll(NAMING_NONE);
        said.addAll(OF_THE_COMMAND_SIDE);
        assertThat(said).isEqualTo(ours);
        assertThat(NAMING_NONE).noneMatch(endpoint -> endpoint.contains("/dossiers"));
    }

    static Stream<String> naming() {
        return NAMING.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("naming")
    void a_look_is_on_record_with_what_was_asked_and_how_many_were_named(String endpoint) {
        long before = newest();
        Reply answer = endpoint.startsWith("GET")
                ? wire.get(NAMING.get(endpoint), wire.admin())
                : wire.post(NAMING.get(endpoint), "application/json", Wire.bytes("{}"), wire.admin());
        answer.isOk();
        List<JsonNode> looks = since(before);
        assertThat(looks).as(endpoint).hasSize(1);
        JsonNode look = looks.getFirst();
        assertThat(look.get("endpoint").asString()).isEqualTo(endpoint);
        assertThat(NAMING.get(endpoint)).endsWith(look.get("question").asString());
        assertThat(look.get("subject").asString()).isEqualTo("admin");
        assertThat(look.at("/scopes/0").asString()).isEqualTo("admin");
        assertThat(look.at("/units/0").asString()).isEqualTo("*");
        assertThat(look.get("unit").asString()).isEqualTo("L.A.1");
        assertThat(look.get("origin").asString()).isEqualTo("127.0.0.1");
        assertThat(look.get("refused").booleanValue()).isFalse();
        assertThat(look.get("position").longValue()).isPositive();
        boolean one = endpoint.contains("/dossiers/{id}");
        assertThat(look.has("dossier")).isEqualTo(one);
        assertThat(look.get("named").intValue())
                .isEqualTo(
                        one || endpoint.contains("restatement")
                                ? 1
                                : answer.json().get("dossiers").size());
        assertThat(look.get("named").intValue()).isPositive();
    }

    @Test
    void counts_of_apologies_name_nobody() {
        long before = newest();
        wire.get("/api/v1/audit/apologies" + PERIOD, wire.admin()).isOk();
        assertThat(since(before)).isEmpty();
    }

    @Test
    void who_is_refused_a_dossier_is_on_record_whatever_was_wanting() {
        long before = newest();
        String path = "/api/v1/dossiers/L-1";
        wire.get(path, wire.token(Role.READER, "*")).isProblem(ProblemCode.FORBIDDEN);
        wire.get(path + "/history", wire.token(Role.AUDITOR, "L.B")).isProblem(ProblemCode.FORBIDDEN);
        wire.get("/api/v1/dossiers/nothing", wire.token(Role.AUDITOR, "L.B")).isProblem(ProblemCode.FORBIDDEN);
        List<JsonNode> looks = since(before);
        assertThat(looks).allMatch(look -> look.get("refused").booleanValue() && !look.has("position"));
        assertThat(looks.stream()
                        .map(look -> look.get("subject").asString() + " "
                                + look.get("endpoint").asString() + " "
                                + look.get("dossier").asString()))
                .containsExactly(
                        "auditor GET /api/v1/dossiers/{id} nothing",
                        "auditor GET /api/v1/dossiers/{id}/history L-1",
                        "reader GET /api/v1/dossiers/{id} L-1");
    }

    @Test
    void who_has_no_good_token_is_nobody_that_could_be_recorded() {
        long before = newest();
        wire.get("/api/v1/dossiers/L-1", "nonsense").isProblem(ProblemCode.UNAUTHORIZED);
        assertThat(since(before)).isEmpty();
    }

    @Test
    void looks_are_found_by_dossier_subject_and_time_page_by_page() {
        for (int time = 0; time < 5; time++)
            wire.get("/api/v1/dossiers/L-2", wire.admin()).isOk();
        wire.get("/api/v1/dossiers/L-2", wire.token(Role.AUDITOR, "L")).isOk();
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = reads("?dossier=L-2&limit=4" + next);
            page.get("reads").forEach(paged::add);
            next = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        assertThat(paged)
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(look -> look.get("dossier").asString().equals("L-2"));
        assertThat(paged.stream().map(look -> -look.get("number").longValue())).isSorted();

        assertThat(all("?dossier=L-2&subject=auditor")).hasSize(1);
        String last = paged.getFirst().get("at").asString();
        assertThat(all("?dossier=L-2&from=" + last)).containsExactly(paged.getFirst());
        assertThat(all("?dossier=L-2&to=" + last)).isEqualTo(paged.subList(1, paged.size()));
        assertThat(all("?dossier=L-2&at=" + last)).isEqualTo(paged.subList(1, paged.size()));
        assertThat(all("?dossier=L-2&asOf=1")).as("nobody had looked").isEmpty();
    }

    @Test
    void an_admin_of_some_units_reads_of_them_alone() {
        wire.get("/api/v1/dossiers/L-1", wire.admin()).isOk();
        assertThat(number(wire.get("/api/v1/audit/reads", wire.token(Role.ADMIN, "L.A"))))
                .isPositive();
        assertThat(seenBy("L.B", ""))
                .noneMatch(look ->
                        !look.has("dossier") || look.get("dossier").asString().equals("L-1"));
    }

    @Test
    void looks_go_by_the_present_owner_of_their_dossier_whoever_owed_it_then() {
        Event receipt = province.receipt("moved", province.communeA());
        province.publish(receipt);
        String asked = "?dossier=" + receipt.subject();
        for (int time = 0; time < 3; time++)
            wire.get("/api/v1/dossiers/" + receipt.subject(), wire.admin()).isOk();
        assertThat(seenBy("L.A", asked)).hasSize(3);
        assertThat(seenBy("L.B", asked)).isEmpty();

        province.publish(Event.of("dossier.corrected", receipt.subject(), "corrects", receipt.key())
                .withData(
                        "data",
                        Event.map("unit", province.communeB(), "procedure", province.procedure(), "channel", "ONLINE"))
                .withData("reason", "nhầm đơn vị")
                .withData("authority", "QĐ 3"));
        assertThat(seenBy("L.A", asked)).isEmpty();
        assertThat(seenBy("L.B", asked))
                .hasSize(3)
                .allMatch(look -> look.get("unit").asString().equals("L.A.1"));

        province.publish(Event.of("dossier.voided", receipt.subject(), "reason", "sai", "authority", "QĐ 4")
                .withData("corrects", receipt.key()));
        assertThat(seenBy("L.A", asked)).as("it was voided where it is now").isEmpty();
        assertThat(seenBy("L.B", asked)).hasSize(3);
    }

    @Test
    void an_admin_of_some_units_turns_pages_as_others_do() {
        for (int time = 0; time < 3; time++)
            wire.get("/api/v1/dossiers/L-2", wire.admin()).isOk();
        String token = wire.token(Role.ADMIN, "L.A");
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = wire.get("/api/v1/audit/reads?dossier=L-2&limit=2" + next, token)
                    .isOk()
                    .json();
            page.get("reads").forEach(paged::add);
            next = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        assertThat(paged).hasSizeGreaterThanOrEqualTo(3).isEqualTo(seenBy("L.A", "?dossier=L-2"));
    }

    private static List<JsonNode> seenBy(String units, String query) {
        List<JsonNode> looks = new ArrayList<>();
        wire.get("/api/v1/audit/reads" + query, wire.token(Role.ADMIN, units))
                .isOk()
                .json()
                .get("reads")
                .forEach(looks::add);
        return looks;
    }

    @Test
    void what_cannot_be_recorded_is_not_answered() throws SQLException {
        owner("REVOKE INSERT ON reading.look FROM " + database.application().user());
        try {
            for (String path : NAMING.values()) wire.get(path, wire.admin()).isProblem(ProblemCode.UNAVAILABLE);
            wire.get("/api/v1/dossiers/L-1", wire.token(Role.AUDITOR, "L.B")).isProblem(ProblemCode.UNAVAILABLE);
            wire.get("/api/v1/report" + PERIOD, wire.admin()).isOk();
        } finally {
            owner("GRANT INSERT ON reading.look TO " + database.application().user());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE reading.look SET subject = 'x'", "DELETE FROM reading.look", "TRUNCATE reading.look"})
    void nothing_on_record_can_be_changed(String change) throws SQLException {
        try (Connection connection = database.connectAs(database.application());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
        }
    }

    private static void owner(String change) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static long newest() {
        List<JsonNode> looks = all("?limit=1000");
        return looks.isEmpty() ? 0 : looks.getFirst().get("number").longValue();
    }

    private static List<JsonNode> since(long number) {
        return all("?limit=1000").stream()
                .filter(look -> look.get("number").longValue() > number)
                .toList();
    }

    private static List<JsonNode> all(String query) {
        List<JsonNode> looks = new ArrayList<>();
        reads(query).get("reads").forEach(looks::add);
        return looks;
    }

    private static JsonNode reads(String query) {
        return wire.get("/api/v1/audit/reads" + query, wire.admin()).isOk().json();
    }

    private static int number(Reply reply) {
        return reply.isOk().json().get("reads").size();
    }
}
