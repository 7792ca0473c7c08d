package hoso.house;

import static hoso.edge.ProblemCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** While the database is away, whoever asks or publishes is told to come again, and nothing is half done. */
class DatabaseAwayTest {

    private static final String REPORT = "/api/v1/report?unit=D.A&from=2026-03-01&to=2026-03-31";

    @Test
    void everything_is_unavailable_for_a_while_and_goes_on_afterwards() throws SQLException {
        try (var database = TestDatabase.fresh();
                var house = RunningHouse.on(database)) {
            var wire = new Wire(house);
            var province = Province.found("D", wire);
            String dossier = province.receive("dossier", province.communeA());
            Event notice = Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER");

            close(database);
            wire.publish(notice).isProblem(UNAVAILABLE);
            for (String type : List.of(Wire.STREAM, Wire.BATCH)) {
                String body = type.equals(Wire.STREAM) ? notice.json() : "[" + notice.json() + "]";
                JsonNode answer = wire.post("/api/v1/events", type, Wire.bytes(body), wire.admin())
                        .isProblem(UNAVAILABLE)
                        .json();
                assertThat(answer.get("accepted").intValue()
                                + answer.get("lastLine").intValue())
                        .isZero();
            }
            Stream.of(
                            REPORT,
                            "/api/v1/status",
                            "/api/v1/units",
                            "/api/v1/dossiers/" + dossier,
                            "/api/v1/calendars/2026/affected")
                    .map(question -> CompletableFuture.supplyAsync(
                            () -> wire.get(question, wire.admin()), Thread::startVirtualThread))
                    .toList()
                    .forEach(answer -> answer.join().isProblem(UNAVAILABLE));

            open(database);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> wire.publish(notice).status() == 200);
            JsonNode again = wire.publish(notice).isOk().json();
            assertThat(again.get("status").asString()).isEqualTo("duplicate");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> wire.get(REPORT + "&minPosition=" + again.get("position"), wire.admin())
                                    .status()
                            == 200);
            assertThat(wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin())
                            .json()
                            .get("events"))
                    .hasSize(2);
        }
    }

    private static void close(TestDatabase database) throws SQLException {
        execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database.name() + "'");
    }

    private static void open(TestDatabase database) throws SQLException {
        execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS true");
    }

    private static void execute(String sql) throws SQLException {
        var server = TestDatabase.server();
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), server.ownerUser(), server.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
