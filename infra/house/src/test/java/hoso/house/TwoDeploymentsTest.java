package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.query.wiring.QueryApplication;
import hoso.testkit.database.TestDatabase;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each side as an application of its own, on one database with two schemas. */
class TwoDeploymentsTest {

    @Test
    void what_one_takes_in_the_other_answers_and_neither_does_the_work_of_the_other() {
        try (var database = TestDatabase.fresh();
                var commands = RunningHouse.of(CommandApplication.class, database);
                var questions = RunningHouse.of(QueryApplication.class, database)) {
            ready(commands);
            ready(questions);
            long position =
                    commands.publish(Lives.reference()).get("lastPosition").longValue();

            var report = questions.get(
                    "/api/v1/report",
                    Map.of("unit", Lives.ROOT, "from", Lives.FROM, "to", Lives.TO, "minPosition", position));
            assertThat(report.at("/asOf/position").longValue()).isEqualTo(position);
            assertThat(report.get("groups")).isNotEmpty();

            String token = commands.token(Role.ADMIN, Set.of("*"), Set.of("*"));
            assertThat(commands.ask("/api/v1/report", Map.of(), token).status()).isEqualTo(404);
            assertThat(commands.get("/api/v1/status", Map.of()).get("head").longValue())
                    .isEqualTo(position);
            assertThat(commands.get("/schemas", Map.of())).isNotEmpty();
            assertThat(questions
                            .ask("/schemas", Map.of(), questions.token(Role.ADMIN, Set.of("*"), Set.of("*")))
                            .status())
                    .isEqualTo(404);
            assertThat(questions
                            .post("application/x-ndjson", "", questions.token(Role.ADMIN, Set.of("*"), Set.of("*")))
                            .status())
                    .isEqualTo(404);
            assertThat(questions
                            .get("/actuator/rebuild", Map.of())
                            .get("running")
                            .booleanValue())
                    .isFalse();
        }
    }

    private static void ready(RunningHouse house) {
        String token = house.token(Role.MONITOR, Set.of(), Set.of());
        await().until(() ->
                house.ask("/actuator/health/readiness", Map.of(), token).status() == 200);
    }
}
