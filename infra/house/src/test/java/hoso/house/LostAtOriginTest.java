package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.query.audit.evidence.EvidenceFile;
import hoso.query.wiring.QueryApplication;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A store that was restored with a loss and goes on above it, as those see it who are fed by its topic. */
@Timeout(240)
class LostAtOriginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = TestBroker.name("lost");
    private static final String ANOTHER = TestBroker.name("lost");
    private static final String HEADS = TestBroker.name("heads");

    @TempDir
    private static Path folder;

    @Test
    void whoever_counts_what_is_lost_is_stopped_by_name_and_under_another_name_the_gap_is_passed_over()
            throws Exception {
        try (var store = TestDatabase.fresh();
                var books = TestDatabase.fresh();
                var newBooks = TestDatabase.fresh()) {
            long backup = takenInAndLost(store, books);
            restore(store, backup);
            assertGoesOnAboveWhatItsTopicHasSeen(store, books, backup);
            assertIsTakenInUnderAnotherName(store, newBooks, backup);
        }
    }

    /** Has the roll-up take in more than the backup has; answers with the last position of that. */
    private static long takenInAndLost(TestDatabase store, TestDatabase books) {
        try (var before = commands(store, TOPIC, "H77");
                var country = country(books, TOPIC, "H77")) {
            await().atMost(PATIENCE).until(() -> isReady(before));
            long backup = before.publish(Lives.reference()).get("lastPosition").longValue();
            long lost =
                    before.publish(Lives.dossier("lost.1")).get("lastPosition").longValue();
            await().atMost(PATIENCE).until(() -> origin(country).path("covered").asLong(0) == lost);
            return backup;
        }
    }

    private static void assertGoesOnAboveWhatItsTopicHasSeen(TestDatabase store, TestDatabase books, long backup) {
        try (var restored = commands(store, TOPIC, "H77");
                var country = country(books, TOPIC, "H77")) {
            await().atMost(PATIENCE).until(() -> writes(restored).has("refused"));
            assertThat(isReady(restored)).isFalse();
            String admin = restored.token(Role.ADMIN, Set.of("*"), Set.of("*"));
            var opened = restored.post("/actuator/restored", "application/json", "{}", admin);
            assertThat(opened.status()).as("" + opened.body()).isEqualTo(200);
            assertThat(opened.body().get("lostFrom").asLong()).isEqualTo(backup + 1);
            await().atMost(PATIENCE).until(() -> isReady(restored));
            long next = opened.body().get("lostTo").asLong() + 1;
            assertThat(restored.publish(Lives.dossier("taken.1"))
                            .get("lastPosition")
                            .asLong())
                    .isGreaterThanOrEqualTo(next);
            await().atMost(PATIENCE)
                    .until(() -> publish(restored).get("drained").booleanValue());

            await().atMost(PATIENCE).until(() -> status(country).has("stopped"));
            assertThat(origin(country).get("stopped").asString())
                    .contains("position " + (backup + 1) + " was declared as lost", "hoso.origin");
        }
    }

    private static void assertIsTakenInUnderAnotherName(TestDatabase store, TestDatabase books, long backup) {
        try (var renamed = commands(store, ANOTHER, "H79");
                var country = country(books, ANOTHER, "H79")) {
            await().atMost(PATIENCE).until(() -> isReady(renamed));
            long last = renamed.publish(Lives.dossier("taken.2"))
                    .get("lastPosition")
                    .longValue();
            await().atMost(PATIENCE).until(() -> publish(renamed).get("drained").booleanValue());
            await().atMost(PATIENCE).until(() -> origin(country).path("covered").asLong(0) == last);
            assertThat(status(country).has("stopped")).isFalse();
            // without the gap
            await().atMost(PATIENCE)
                    .until(() -> status(country).get("projected").asLong() == events(store));
            country.trustHeadsOf("H79", renamed);
            assertIsProvenAcrossTheGap(country, "taken.2");
        }
    }

    /** The leaves of lost positions are in the tree that its writer signs. */
    private static void assertIsProvenAcrossTheGap(RunningHouse country, String dossier) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            byte[] zip = country.download("/api/v1/dossiers/" + dossier + "/evidence");
            var outcome = EvidenceFile.check(Files.write(folder.resolve("evidence.zip"), zip), Optional.empty());
            assertThat(outcome.wrong()).as("%s", outcome.steps()).isEmpty();
            assertThat(outcome.dossier()).contains(dossier);
        });
    }

    private static long events(TestDatabase store) throws Exception {
        try (var connection = store.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM store.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As a backup has it that was taken at a position: neither what came after it nor how far that was published. */
    private static void restore(TestDatabase store, long position) throws Exception {
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.event WHERE position > " + position);
            statement.execute("DELETE FROM store.tree_head WHERE size > " + position);
            statement.execute("DELETE FROM store.frontier");
            statement.execute("DELETE FROM store.published");
        }
    }

    private static RunningHouse commands(TestDatabase store, String topic, String origin) {
        var properties = BrokerProperties.of(topic);
        properties.put("hoso.heads.topic", HEADS);
        properties.put("hoso.origin", origin);
        return RunningHouse.of(CommandApplication.class, store, properties);
    }

    private static RunningHouse country(TestDatabase books, String topic, String origin) {
        var properties = BrokerProperties.of(topic);
        properties.put("hoso.heads.topic", HEADS);
        properties.put("hoso.feed", "kafka");
        properties.put("hoso.rollup.origins", origin + "@" + topic);
        return RunningHouse.of(QueryApplication.class, books, properties);
    }

    private static JsonNode status(RunningHouse house) {
        return house.get("/api/v1/status", Map.of());
    }

    private static JsonNode writes(RunningHouse house) {
        return status(house).get("writes");
    }

    private static JsonNode publish(RunningHouse house) {
        return status(house).get("publish");
    }

    private static JsonNode origin(RunningHouse country) {
        return status(country).path("origins").path(0);
    }

    private static boolean isReady(RunningHouse house) {
        return house.ask("/actuator/health/readiness", Map.of(), house.token(Role.MONITOR, Set.of(), Set.of()))
                        .status()
                == 200;
    }
}
