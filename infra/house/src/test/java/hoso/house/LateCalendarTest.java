package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A calendar published late changes no dossier by itself; the open ones it would change are listed and re-decided. */
class LateCalendarTest {

    private static TestDatabase database;
    private static RunningHouse house;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        house.publish(List.of(
                event(
                        "u",
                        "unit.registered",
                        "H77",
                        "2022-01-05",
                        "{'name':'Tỉnh','level':'PROVINCE','validFrom':'2022-01-01'}"),
                event(
                        "p",
                        "procedure.published",
                        "1.000077",
                        "2022-01-05",
                        "{'name':'Cấp bản sao','field':'Hộ tịch','onlineLevel':'FULL','validFrom':'2022-01-01',"
                                + "'processing':{'kind':'WORKING_DAYS','amount':3}}"),
                received("H77-open", "2022-02-28"),
                received("H77-closed", "2022-02-28"),
                received("H77-later", "2022-06-01"),
                event("c", "dossier.resolved", "H77-closed", "2022-03-01", "{'outcome':'APPROVED'}")));
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void the_open_dossiers_whose_due_instant_it_changes_are_listed_and_decided_anew_once() {
        assertThat(affected()).isEmpty();
        assertThat(ids(supposed("{\"holidays\":[\"2022-03-01\"],\"makeUpDays\":[]}", "H77")))
                .containsExactly("H77-open 2022-03-02T10:00:00Z 2022-03-03T10:00:00Z");
        assertThat(affected()).as("nothing is published by supposing").isEmpty();
        long published = house.publish(List.of(event(
                        "cal",
                        "calendar.published",
                        "2022",
                        "2022-03-01",
                        "{'holidays':['2022-03-01'],'makeUpDays':[]}")))
                .get("lastPosition")
                .longValue();

        assertThat(dueAt("H77-open", published)).isEqualTo("2022-03-02T10:00:00Z");
        List<JsonNode> affected = affected();
        assertThat(affected).hasSize(1);
        assertThat(affected.getFirst().get("id").asString()).isEqualTo("H77-open");
        assertThat(affected.getFirst().get("dueAt").asString()).isEqualTo("2022-03-02T10:00:00Z");
        assertThat(affected.getFirst().get("wouldBeDueAt").asString()).isEqualTo("2022-03-03T10:00:00Z");

        JsonNode redecided = redecide();
        assertThat(redecided.get("redecided").intValue()).isEqualTo(1);
        assertThat(dueAt("H77-open", redecided.get("lastPosition").longValue())).isEqualTo("2022-03-03T10:00:00Z");
        assertThat(affected()).isEmpty();
        assertThat(redecide().get("redecided").intValue()).isZero();
        assertThat(ids(supposed("{\"holidays\":[\"2022-03-01\"],\"makeUpDays\":[]}", "H77")))
                .as("supposed is what holds already")
                .isEmpty();
        assertThat(ids(supposed("{\"holidays\":[\"2022-03-01\",\"2022-03-02\"],\"makeUpDays\":[]}", "H77")))
                .containsExactly("H77-open 2022-03-03T10:00:00Z 2022-03-04T10:00:00Z");
        assertThat(ids(supposed("{\"holidays\":[\"2022-03-01\",\"2022-03-02\"],\"makeUpDays\":[]}", "H78")))
                .as("of units that the holder sees")
                .isEmpty();
    }

    private static JsonNode supposed(String calendar, String unit) {
        RunningHouse.Answer answer = house.post(
                "/api/v1/calendars/2022/affected",
                "application/json",
                calendar,
                house.token(Role.ADMIN, Set.of("*"), Set.of(unit)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("dossiers")
                .valueStream()
                .map(dossier -> String.join(
                        " ",
                        dossier.get("id").asString(),
                        dossier.get("dueAt").asString(),
                        dossier.get("wouldBeDueAt").asString()))
                .toList();
    }

    private static List<JsonNode> affected() {
        JsonNode answer = house.get("/api/v1/calendars/2022/affected", Map.of());
        List<JsonNode> dossiers = answer.get("dossiers").valueStream().toList();
        assertThat(answer.get("count").intValue()).isEqualTo(dossiers.size());
        return dossiers;
    }

    private static JsonNode redecide() {
        RunningHouse.Answer answer = house.post(
                "/api/v1/calendars/2022/redecide",
                "application/json",
                "{\"reason\":\"công bố muộn\",\"authority\":\"QĐ 1\"}",
                house.token(Role.ADMIN, Set.of("*"), Set.of("*")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static String dueAt(String dossier, long position) {
        return house.get("/api/v1/dossiers/" + dossier, Map.of("minPosition", position))
                .get("dueAt")
                .asString();
    }

    private static String received(String dossier, String day) {
        return event("r", "dossier.received", dossier, day, "{'unit':'H77','procedure':'1.000077','channel':'ONLINE'}");
    }

    private static String event(String id, String type, String subject, String day, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:test","type":"hoso.%s.v1","subject":"%s",\
                "time":"%sT07:00:00+07:00","data":%s}""".formatted(id, type, subject, day, data.replace('\'', '"'));
    }
}
