package hoso.house;

import static hoso.edge.ProblemCode.PARKED;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An event that makes the ledger fail parks its dossier, which is named; the rest go on. */
class ParkedDossierTest {

    private static final String REPORT = "/api/v1/report?from=2026-03-01&to=2026-03-31&unit=";

    private static TestDatabase database;
    private static RunningHouse house;
    private static Wire wire;
    private static Province province;

    /** Where the first of the events that cannot be folded stands. */
    private static long sickPosition;

    @BeforeAll
    static void damage() {
        database = TestDatabase.fresh();
        open();
        province = Province.found("S", wire);
        DamagedStore.unreadable(database, "S-bytes", 1);
        DamagedStore.undecided(database, "S-fold", 1);
        DamagedStore.unreadable(database, "S-first", 0);
        String commune = province.communeA();
        province.publish(List.of(
                province.receipt("bytes", commune),
                province.receipt("well", commune),
                province.receipt("fold", commune)));
        province.receive("other", province.communeB());
        sickPosition = head() + 1;
        province.publish(List.of(
                Province.closed("S-bytes", Event.MONDAY),
                Province.closed("S-fold", Event.MONDAY),
                province.receipt("first", commune),
                Province.closed("S-well", Event.MONDAY),
                notice("S-bytes"),
                notice("S-well")));
    }

    private static void open() {
        house = RunningHouse.on(database);
        wire = new Wire(house);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    private static Event notice(String dossier) {
        return Event.of("dossier.notified", dossier, "by", "SMS", "about", "RESULT");
    }

    @Test
    void is_parked_by_name_and_the_rest_go_on() {
        assertThat(status(wire.admin()))
                .containsExactly(
                        "S-bytes " + sickPosition + " S.A.1",
                        "S-fold " + (sickPosition + 1) + " S.A.1",
                        "S-first " + (sickPosition + 2) + " ");

        JsonNode report =
                wire.get(REPORT + province.communeA(), wire.admin()).isOk().json();
        assertThat(parked(report)).containsExactly("S-bytes", "S-fold", "S-first");
        assertThat(report.at("/total/received/new").intValue()).isEqualTo(3);
        assertThat(report.at("/total/resolved/total").intValue()).isEqualTo(1);
        assertThat(report.at("/total/amounts/notifications").intValue()).isEqualTo(1);
        report.get("identities")
                .forEach(identity ->
                        assertThat(identity.get("holds").booleanValue()).isTrue());
    }

    @Test
    void is_named_in_no_report_that_does_not_miss_it() {
        assertThat(parked(wire.get(REPORT + province.communeB(), wire.admin())
                        .isOk()
                        .json()))
                .as("nobody knows whose S-first is")
                .containsExactly("S-first");
        String before = REPORT + province.communeA() + "&asOf=" + (sickPosition - 1);
        assertThat(wire.get(before, wire.admin()).isOk().json().has("parked")).isFalse();
    }

    @Test
    void stands_behind_figures_as_it_was_before_it_was_parked() {
        String list =
                "/api/v1/report/dossiers?from=2026-03-01&to=2026-03-31&cell=pending.total&unit=" + province.communeA();
        for (String asOf : List.of("", "&asOf=" + head(), "&asOf=" + (head() - 1), "&asOf=" + sickPosition))
            assertThat(ids(wire.get(list + asOf, wire.admin()).isOk().json()))
                    .as(asOf)
                    .contains("S-bytes", "S-fold");
        assertThat(ids(wire.get(list, wire.admin()).isOk().json())).containsExactly("S-bytes", "S-fold");
    }

    private static List<String> ids(JsonNode page) {
        return page.get("dossiers")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    @Test
    void is_parked_again_when_the_books_are_rebuilt() {
        wire.post("/actuator/rebuild", "application/json", Wire.bytes("{}"), wire.admin())
                .isOk();
        while (wire.get("/actuator/rebuild", wire.admin()).json().get("running").booleanValue()) Thread.onSpinWait();

        assertThat(status(wire.admin())).hasSize(3);
        assertThat(wire.get(REPORT + province.communeA(), wire.admin())
                        .isOk()
                        .json()
                        .at("/total/received/new")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void is_shown_at_the_desk_with_its_events_and_beside_the_figures_that_miss_it() {
        var desk = DeskClient.signedIn(house, new Caller("auditor", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL));

        for (String id : List.of("S-bytes", "S-fold", "S-first")) {
            DeskClient.Page page = desk.get("/ho-so/" + id);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("Hồ sơ đang bị gác lại.", "id=\"su-kien-");
        }
        assertThat(desk.get("/ho-so/S-bytes").body()).contains("Sự kiện không đọc được");
        assertThat(desk.get("/bao-cao?from=2026-03-01&to=2026-03-31&unit=" + province.communeA())
                        .body())
                .contains("Số liệu còn thiếu:", "S-bytes, S-fold, S-first");
        assertThat(desk.get("/may").body()).contains("/ho-so/S-bytes");
    }

    @Test
    void is_named_to_those_who_see_its_unit() {
        assertThat(status(wire.token(Role.READER, province.districtA()))).hasSize(2);
        assertThat(status(wire.token(Role.READER, province.districtB()))).isEmpty();
    }

    @Test
    void has_no_state_but_a_history() {
        Reply state = wire.get("/api/v1/dossiers/S-bytes", wire.admin()).isProblem(PARKED);
        assertThat(state.json().get("position").longValue()).isEqualTo(sickPosition);

        JsonNode events = wire.get("/api/v1/dossiers/S-bytes/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        assertThat(events).hasSize(3);
        assertThat(events.get(1).get("position").longValue()).isEqualTo(sickPosition);
        assertThat(events.get(1).get("unreadable").booleanValue()).isTrue();
        assertThat(events.get(2).get("type").asString()).isEqualTo("hoso.dossier.notified.v1");

        wire.get("/api/v1/dossiers/S-fold", wire.admin()).isProblem(PARKED);
        assertThat(wire.get("/api/v1/dossiers/S-fold/history?asOf=" + (sickPosition + 1), wire.admin())
                        .isOk()
                        .json()
                        .get("events"))
                .hasSize(2);
        assertThat(wire.get("/api/v1/dossiers/S-bytes?asOf=" + (sickPosition - 1), wire.admin())
                        .isOk()
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("OPEN");
    }

    /** Nothing that a decision needs is missing, and the office must go on: what is published waits in the log. */
    @Test
    void goes_on_being_decided_where_it_can_be_folded_but_not_counted() {
        JsonNode accepted = wire.publish(notice("S-fold")).isOk().json();
        long position = accepted.get("position").longValue();

        is_parked_by_name_after(position);
        JsonNode report = wire.get(REPORT + province.communeA() + "&minPosition=" + position, wire.admin())
                .isOk()
                .json();
        assertThat(parked(report)).contains("S-fold");
        assertThat(report.at("/total/amounts/notifications").intValue())
                .as("of S-well alone")
                .isEqualTo(1);
    }

    @Test
    void after_a_restart_takes_no_more_events_and_others_do() {
        house.close();
        open();
        for (String sick : List.of("S-bytes", "S-first"))
            wire.publish(notice(sick)).isProblem(PARKED);

        List<String> lines =
                List.of(notice("S-bytes"), notice("S-other"), notice("S-first"), notice("S-other")).stream()
                        .map(Event::json)
                        .toList();
        JsonNode stream = house.publish(lines);
        assertThat(stream.get("accepted").intValue()).isEqualTo(2);
        assertThat(stream.get("rejections")
                        .valueStream()
                        .map(one -> one.get("line") + " " + one.get("code").asString()))
                .containsExactly("1 parked", "3 parked");
        wire.get("/api/v1/calendars/2026/affected", wire.admin()).isOk();
        is_parked_by_name_after(stream.get("lastPosition").longValue());
    }

    private static void is_parked_by_name_after(long position) {
        wire.get("/api/v1/procedures?minPosition=" + position, wire.admin()).isOk();
        assertThat(status(wire.admin())).hasSize(3);
    }

    private static long head() {
        return wire.get("/api/v1/status", wire.admin()).json().get("head").longValue();
    }

    /** Id, position and unit of each that is parked. */
    private static List<String> status(String token) {
        return wire.get("/api/v1/status", token)
                .isOk()
                .json()
                .get("parked")
                .valueStream()
                .map(one -> one.get("id").asString() + " " + one.get("position") + " "
                        + one.path("unit").asString(""))
                .toList();
    }

    private static List<String> parked(JsonNode report) {
        return report.get("parked").valueStream().map(JsonNode::asString).toList();
    }
}
