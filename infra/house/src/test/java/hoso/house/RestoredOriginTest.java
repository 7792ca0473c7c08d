package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.query.wiring.QueryApplication;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators see of a store that was restored to an earlier point: its own, and those of the roll-up. */
class RestoredOriginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = TestBroker.name("restored");
    private static final String ANOTHER = TestBroker.name("restored");

    @Test
    void it_takes_no_more_and_where_it_does_elsewhere_is_stopped_by_name_at_the_roll_up() throws Exception {
        try (var store = TestDatabase.fresh();
                var books = TestDatabase.fresh()) {
            long backup;
            try (var country = country(books, TOPIC)) {
                backup = takenInAndLost(store, country);
                restore(store, backup);
                assertRefusesWrites(store);
                assertThat(country.get("/api/v1/status", Map.of()).has("stopped"))
                        .isFalse();
            }
            try (var elsewhere = commands(store, ANOTHER);
                    var country = country(books, ANOTHER)) {
                elsewhere.publish(Lives.dossier("taken.1"));
                await().atMost(PATIENCE)
                        .until(() -> publish(elsewhere).get("drained").booleanValue());
                assertIsStopped(country, backup + 1);
            }
        }
    }

    /** Has the roll-up take in more than the backup has; answers with the last position of that. */
    private static long takenInAndLost(TestDatabase store, RunningHouse country) {
        try (var before = commands(store, TOPIC)) {
            long backup = before.publish(Lives.reference()).get("lastPosition").longValue();
            long lost =
                    before.publish(Lives.dossier("lost.1")).get("lastPosition").longValue();
            await().atMost(PATIENCE).until(() -> covered(country) == lost);
            return backup;
        }
    }

    /** Its topic has seen what it lacks: it takes no more, and says why. */
    private static void assertRefusesWrites(TestDatabase store) {
        try (var restored = started(store, TOPIC)) {
            await().atMost(PATIENCE)
                    .until(() -> restored.get("/api/v1/status", Map.of())
                            .at("/writes/refused")
                            .isString());
            assertThat(restored.get("/api/v1/status", Map.of())
                            .at("/writes/refused")
                            .asString())
                    .contains(
                            "topic " + TOPIC + " has position",
                            "of H77",
                            "restored to an earlier point",
                            "hoso.origin");
            assertThat(isReady(restored)).isFalse();
            String publisher = restored.token(Role.PUBLISHER, Set.of("*"), Set.of("*"));
            var refused = restored.post("application/cloudevents+json", Lives.receipt("taken.1"), publisher);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().get("detail").asString()).contains("restored to an earlier point");
        }
    }

    private static void assertIsStopped(RunningHouse country, long position) {
        await().atMost(PATIENCE)
                .until(() -> country.get("/api/v1/status", Map.of()).has("stopped"));
        JsonNode status = country.get("/api/v1/status", Map.of());
        assertThat(status.at("/stopped/0").asString())
                .contains("origin H77", "came as two different events", "restored to an earlier point");
        assertThat(status.at("/origins/0/stopped").asString()).contains("position " + position);
        assertMetric(country, "hoso_landing_stopped{origin=\"H77\"} 1.0");
        assertThat(isReady(country)).isTrue();
    }

    private static RunningHouse country(TestDatabase books, String topic) {
        var properties = BrokerProperties.of(topic);
        properties.put("hoso.feed", "kafka");
        properties.put("hoso.rollup.origins", "H77@" + topic);
        return RunningHouse.of(QueryApplication.class, books, properties);
    }

    private static RunningHouse commands(TestDatabase store, String topic) {
        var house = started(store, topic);
        await().atMost(PATIENCE).until(() -> isReady(house));
        return house;
    }

    private static RunningHouse started(TestDatabase store, String topic) {
        var properties = BrokerProperties.of(topic);
        properties.put("hoso.origin", "H77");
        return RunningHouse.of(CommandApplication.class, store, properties);
    }

    /** As a backup has it that was taken at a position: neither the events after it nor their heads, nor how far they were published. */
    private static void restore(TestDatabase store, long position) throws Exception {
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.event WHERE position > " + position);
            statement.execute("DELETE FROM store.published");
            statement.execute("DELETE FROM store.tree_head WHERE size > " + position);
            statement.execute("DELETE FROM store.frontier");
        }
    }

    private static long covered(RunningHouse country) {
        return country.get("/api/v1/status", Map.of()).at("/origins/0/covered").asLong(0);
    }

    private static JsonNode publish(RunningHouse house) {
        return house.get("/api/v1/status", Map.of()).get("publish");
    }

    private static boolean isReady(RunningHouse house) {
        return house.ask("/actuator/health/readiness", Map.of(), house.token(Role.MONITOR, Set.of(), Set.of()))
                        .status()
                == 200;
    }

    private static void assertMetric(RunningHouse house, String line) {
        var wire = new Wire(house);
        assertThat(wire.get("/actuator/prometheus", wire.admin()).isOk().body()).contains(line);
    }
}
