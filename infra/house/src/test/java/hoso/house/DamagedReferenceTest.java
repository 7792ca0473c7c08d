package hoso.house;

import static hoso.edge.ProblemCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A reference event that is damaged on disk: nothing is decided and no question answered with the half that is left, each
 * by name; what does not need it is answered, and once it is mended all goes on by itself.
 */
class DamagedReferenceTest {

    private static final String REPORT = "/api/v1/report?from=2026-03-01&to=2026-03-31&unit=";

    private static TestDatabase database;
    private static Province province;
    private static Wire wire;
    private static RunningHouse house;
    private static String dossier;

    /** Of the event that is damaged. */
    private static long position;

    @BeforeAll
    static void found() throws SQLException {
        database = TestDatabase.fresh();
        open();
        province = Province.found("M", wire);
        dossier = province.receive("before", province.communeA());
        province.publish(List.of(Event.of(
                "unit.registered", "M.C", "name", "C", "level", "DISTRICT", "parent", "M", "validFrom", "2020-01-01")));
        position = status().get("head").longValue();
        province.receive("after", province.communeA());
        province.publish(List.of(Event.of("unit.closed", "M.C", "validTo", "2030-01-01")));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE whole AS SELECT * FROM store.event WHERE position = " + position);
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no JSON at all
                "UPDATE store.event SET rest = convert_to('nonsense', 'UTF8') WHERE position = %d",
                // an event, but none of reference data
                "UPDATE store.event SET rest = (SELECT rest FROM store.event WHERE stream = 'd/M-before' AND sequence = 0) WHERE position = %d",
                // lost, while a later one of its stream is there
                "UPDATE store.event SET stream = 'x/', sequence = 0 WHERE position = %d",
            })
    void stops_what_needs_it_by_name_until_it_is_mended(String damage) throws SQLException {
        JsonNode before = wire.get(REPORT + "M&asOf=" + (position - 1), wire.admin())
                .isOk()
                .json();
        house.close();
        execute(damage.formatted(position));
        open();

        nothing_is_decided();
        nothing_is_answered_with_half_of_it();
        what_does_not_need_it_is_answered();
        assertThat(wire.get(REPORT + "M&asOf=" + (position - 1), wire.admin())
                        .isOk()
                        .json()
                        .get("total"))
                .isEqualTo(before.get("total"));

        execute("UPDATE store.event e SET stream = w.stream, sequence = w.sequence, rest = w.rest FROM whole w"
                + " WHERE e.position = w.position");
        await().atMost(Duration.ofSeconds(60)).until(() -> readiness() == 200);
        wire.publish(notice()).isOk();
        assertThat(wire.get(REPORT + "M", wire.admin())
                        .isOk()
                        .json()
                        .at("/total/received/new")
                        .intValue())
                .isEqualTo(2);
        assertThat(status().has("stopped")).isFalse();
    }

    private static void nothing_is_decided() {
        assertThat(wire.publish(notice())
                        .isProblem(UNAVAILABLE)
                        .json()
                        .get("detail")
                        .asString())
                .contains("position ");
        var stream = house.post(Wire.STREAM, notice().json(), wire.admin());
        assertThat(stream.status()).isEqualTo(503);
        assertThat(stream.body().get("detail").asString()).contains("position ");
        wire.get("/api/v1/calendars/2026/affected", wire.admin()).isProblem(UNAVAILABLE);
        assertThat(readiness()).isEqualTo(503);
    }

    private static void nothing_is_answered_with_half_of_it() {
        Reply report = wire.get(REPORT + "M", wire.admin()).isProblem(UNAVAILABLE);
        assertThat(report.json().get("position").longValue()).isBetween(position, position + 2);
        wire.get("/api/v1/units", wire.admin()).isProblem(UNAVAILABLE);
        // whose a unit is today cannot be told
        wire.get(REPORT + "M.A&asOf=" + (position - 1), wire.token(Role.READER, "M.A"))
                .isProblem(UNAVAILABLE);
    }

    private static void what_does_not_need_it_is_answered() {
        assertThat(status().get("stopped").get(0).asString()).contains("reference event at position ");
        assertThat(wire.get("/api/v1/status", wire.token(Role.READER, "M.A"))
                        .isOk()
                        .json()
                        .has("stopped"))
                .isTrue();
        assertThat(wire.get("/api/v1/dossiers/" + dossier, wire.admin())
                        .isOk()
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("OPEN");
        wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin()).isOk();
        wire.get("/api/v1/units?asOf=" + (position - 1), wire.admin()).isOk();
        wire.get("/api/v1/indicators", wire.admin()).isOk();
    }

    private static Event notice() {
        return Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER");
    }

    private static int readiness() {
        return wire.get("/actuator/health/readiness", wire.admin()).status();
    }

    private static JsonNode status() {
        return wire.get("/api/v1/status", wire.admin()).isOk().json();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
