package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A backup has the chain of frozen reports as it is, and of events those that are signed: a report may have counted more. */
class FrozenReportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void positions_that_a_frozen_report_has_counted_are_not_given_again() throws Exception {
        try (var store = TestDatabase.fresh()) {
            long counted;
            try (var before = RunningHouse.on(store, Map.of())) {
                before.publish(Lives.reference());
                counted = before.publish(Lives.dossier("counted.1"))
                        .get("lastPosition")
                        .longValue();
                freeze(before, counted);
            }
            restoreAlmost(store, counted);
            try (var restored = RunningHouse.on(store, Map.of())) {
                await().atMost(PATIENCE).until(() -> writes(restored).has("refused"));
                assertThat(writes(restored).get("refused").asString())
                        .contains("a frozen report has counted up to position " + counted);
                var opened = restored.post("/actuator/restored", "application/json", "{}", admin(restored));
                assertThat(opened.body().path("lostTo").asLong())
                        .as("" + opened)
                        .isEqualTo(counted);
                await().atMost(PATIENCE)
                        .until(() -> writes(restored).get("served").booleanValue());
            }
        }
    }

    private static void freeze(RunningHouse house, long position) {
        await().atMost(PATIENCE)
                .until(() ->
                        house.get("/api/v1/status", Map.of()).get("projected").asLong() == position);
        String order = "{\"unit\":\"H77\",\"from\":\"2024-01-01\",\"to\":\"2024-01-28\",\"kind\":\"CUSTOM\"}";
        var frozen = house.post("/api/v1/snapshots", "application/json", order, admin(house));
        assertThat(frozen.status()).as("" + frozen).isEqualTo(201);
    }

    /** Without the last three events, their heads, and the books that were made of them. */
    private static void restoreAlmost(TestDatabase store, long counted) throws Exception {
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.free_text WHERE position > " + (counted - 3));
            statement.execute("DELETE FROM store.event WHERE position > " + (counted - 3));
            statement.execute("DELETE FROM store.tree_head");
            statement.execute("DELETE FROM store.frontier");
            statement.execute("UPDATE books.book SET folded = 0, position = 0");
        }
    }

    private static String admin(RunningHouse house) {
        return house.token(Role.ADMIN, Set.of("*"), Set.of("*"));
    }

    private static JsonNode writes(RunningHouse house) {
        return house.get("/api/v1/status", Map.of()).get("writes");
    }
}
