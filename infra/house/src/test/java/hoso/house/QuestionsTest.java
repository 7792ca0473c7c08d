package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.examples.ExampleWorld;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Questions as they come over the wire, on the world of 2024. */
class QuestionsTest {

    private static final String REPORT = "/api/v1/report?unit=H98&from=2024-01-21&to=2024-02-20";

    private static TestDatabase database;
    private static RunningHouse house;
    private static long head;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        head = house.publish(ExampleWorld.world().lines()).get("lastPosition").longValue();
        house.get(
                "/api/v1/report", Map.of("unit", "H98", "from", "2024-01-21", "to", "2024-02-20", "minPosition", head));
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void a_dossier_has_a_state_and_a_history_that_agree_with_the_lists() {
        JsonNode listed = get(REPORT.replace("/report?", "/report/dossiers?") + "&cell=resolved.late")
                .at("/dossiers/0");
        String path = "/api/v1/dossiers/" + listed.get("id").asString();

        JsonNode state = get(path);
        assertThat(state.get("status").asString()).isEqualTo("CLOSED");
        for (String member : List.of("unit", "procedure", "channel", "receivedAt", "dueAt", "closedAt", "timeliness"))
            assertThat(state.get(member)).as(member).isEqualTo(listed.get(member));

        JsonNode events = get(path + "/history").get("events");
        assertThat(events).hasSize(state.get("events").intValue());
        long position = 0;
        for (JsonNode event : events) {
            assertThat(event.get("position").longValue()).isGreaterThan(position);
            assertThat(event.get("leaf").asString()).matches("[0-9a-f]{64}");
            assertThat(event.propertyNames())
                    .contains("recordedAt", "time", "publisher", "source", "id", "type", "sequence");
            position = event.get("position").longValue();
        }
        JsonNode before = get(path + "?asOf=" + (events.get(0).get("position").longValue()));
        assertThat(before.get("status").asString()).isEqualTo("OPEN");
        assertThat(get(path + "/history?asOf=" + (position - 1)).get("events")).hasSize(events.size() - 1);
    }

    @Test
    void a_text_stands_in_the_history_beside_its_hash() {
        for (JsonNode dossier : get(REPORT.replace("/report?", "/report/dossiers?") + "&cell=received.total&limit=1000")
                .get("dossiers"))
            for (JsonNode event : get("/api/v1/dossiers/" + dossier.get("id").asString() + "/history")
                    .get("events"))
                if (event.has("texts")) {
                    assertThat(event.at("/texts/reason/text").asString()).isNotBlank();
                    assertThat(event.at("/texts/reason/hash").asString()).hasSize(43);
                    return;
                }
        throw new AssertionError("no event of the world has a text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/report",
                REPORT + "&by=day",
                REPORT + "&by=unit&by=field",
                REPORT + "&group=unit",
                REPORT + "&at=2024-01-20T00:00:00Z",
                REPORT + "&asOf=999999999",
                REPORT + "&asOf=2099-01-01T00:00:00Z",
                REPORT + "&tree=2024-13-01",
                "/api/v1/report?unit=H98&from=2024-02-21&to=2024-02-20",
                "/api/v1/report?unit=H98&from=1990-01-01&to=2090-01-01",
                "/api/v1/report?unit=H98&from=2090-01-01&to=2090-01-31",
                "/api/v1/report?unit=%00&from=2024-01-21&to=2024-02-20",
                "/api/v1/report?unit=%7B%7D&from=2024-01-21&to=2024-02-20",
                "/api/v1/report/dossiers?unit=H98&from=2024-01-21&to=2024-02-20",
                "/api/v1/report/dossiers?unit=H98&from=2024-01-21&to=2024-02-20&cell=petitions.received",
                "/api/v1/report/dossiers?unit=H98&from=2024-01-21&to=2024-02-20&cell=received.new&after=%2500",
                "/api/v1/units?date=soon",
                "/api/v1/calendars/twenty",
                "/api/v1/dossiers/H98-1?asOf=-1",
                "/api/v1/dossiers/H98-1/history?all=1",
                "/api/v1/procedures?field=x",
                "/api/v1/calendars/2024?date=2024-01-01",
                "/api/v1/calendars/2024/affected?unit=H98",
                "/api/v1/calendars/2024/affected?minPosition=soon",
                "/api/v1/scoreboard?unit=H98&from=2024-01-21",
                "/api/v1/scoreboard?unit=H98&from=2024-01-21&to=2024-02-20&by=procedure",
                "/api/v1/scoreboard?unit=H98&from=2024-01-21&to=2024-02-20&asOf=999999999",
                "/api/v1/indicators?edition=1",
                "/api/v1/indicators?asOf=999999999",
                "/api/v1/status?asOf=1",
                "/api/v1/status?minPosition=1&minPosition=2",
            })
    void what_is_wrong_is_malformed(String path) {
        refused(path, 400, "malformed", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/report?unit=H99&from=2024-01-21&to=2024-02-20, 404, unknown-unit, *",
        "/api/v1/report?unit=H99&from=2024-01-21&to=2024-02-20, 403, forbidden, H98",
        "/api/v1/report?unit=H98&from=2024-01-21&to=2024-02-20, 403, forbidden, H98.12",
        "/api/v1/report/dossiers?unit=H98&from=2024-01-21&to=2024-02-20&cell=received.new, 403, forbidden, H98.12",
        "/api/v1/scoreboard?unit=H99&from=2024-01-21&to=2024-02-20, 404, unknown-unit, *",
        "/api/v1/scoreboard?unit=H98&from=2024-01-21&to=2024-02-20, 403, forbidden, H98.12",
        "/api/v1/dossiers/H98-nobody, 404, unknown-dossier, *",
        "/api/v1/dossiers/H98-nobody, 403, forbidden, H98",
        "/api/v1/dossiers/H98-nobody/history, 404, unknown-dossier, *",
        "/api/v1/dossiers/%7B%7D, 404, unknown-dossier, *",
        "/api/v1/nothing, 404, not-found, *",
    })
    void what_is_not_there_or_not_ones_own_is_refused(String path, int status, String code, String units) {
        refused(path, status, code, units);
    }

    @Test
    void a_holder_of_a_subtree_may_ask_about_it() {
        String token = house.token(Role.AUDITOR, Set.of(), Set.of("H98.12"));
        assertThat(house.ask("/api/v1/report?unit=H98.12&from=2024-01-21&to=2024-02-20", Map.of(), token)
                        .status())
                .isEqualTo(200);
        JsonNode units = house.ask("/api/v1/units", Map.of(), token).body().get("units");
        assertThat(units.valueStream().map(unit -> unit.get("code").asString()))
                .contains("H98.12", "H98.12.4")
                .doesNotContain("H98", "H98.13");
    }

    @Test
    void the_document_names_the_parameters_of_a_question() {
        JsonNode get = get("/v3/api-docs").at("/paths/~1api~1v1~1report~1dossiers/get");
        assertThat(get.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "asOf",
                        "minPosition",
                        "unit",
                        "from",
                        "to",
                        "preset",
                        "of",
                        "by",
                        "tree",
                        "at",
                        "cell",
                        "key",
                        "days",
                        "sort",
                        "limit",
                        "after");
    }

    @Test
    void a_question_on_what_is_now_waits_like_any_other() {
        get("/api/v1/status?minPosition=" + head);
        get("/api/v1/indicators?minPosition=" + head + "&asOf=1");
        get("/api/v1/calendars/2024/affected?minPosition=" + head);
    }

    @Test
    void the_catalogue_calendar_and_status_are_there() {
        JsonNode catalogue = get("/api/v1/indicators");
        assertThat(catalogue.at("/indicators/0/id").asString()).isEqualTo("onTime");
        assertThat(catalogue.at("/indicators/0/standing").asString()).isEqualTo("RECONSTRUCTED");
        assertThat(catalogue.at("/scoreboard/max").intValue()).isEqualTo(100);
        assertThat(catalogue
                        .at("/scoreboard/groups/1/criteria/0/scoring/points")
                        .asString())
                .isEqualTo("20·R");
        assertThat(get("/api/v1/calendars/2024").get("published").booleanValue())
                .isTrue();
        assertThat(get("/api/v1/procedures").get("procedures")).isNotEmpty();
        JsonNode status = get("/api/v1/status");
        assertThat(status.get("projected").longValue())
                .isEqualTo(status.get("head").longValue());
        assertThat(status.get("parked")).isEmpty();
    }

    private static JsonNode get(String path) {
        return house.get(path, Map.of());
    }

    private static void refused(String path, int status, String code, String units) {
        RunningHouse.Answer answer = house.ask(path, Map.of(), house.token(Role.AUDITOR, Set.of(), Set.of(units)));
        assertThat(answer.body().get("code").asString()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
