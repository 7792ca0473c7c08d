package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.house.RunningHouse.Answer;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.standalone.StandaloneApplication;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a broker is named, a house publishes what it stores, and shows how far it is. */
class PublishedHouseTest {

    private static TestDatabase database;
    private static String topic;

    @BeforeAll
    static void prepare() {
        database = TestDatabase.fresh();
        topic = TestBroker.name("house");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Map<String, Object> configured() {
        Map<String, Object> properties = BrokerProperties.of(topic);
        properties.put("hoso.origin", "H20");
        return properties;
    }

    @ParameterizedTest
    @ValueSource(classes = {CommandApplication.class, StandaloneApplication.class})
    void its_status_proves_that_all_is_published_and_an_order_has_it_published_again(Class<?> application) {
        try (var house = RunningHouse.of(application, database, configured())) {
            ready(house);
            long head = house.publish(Lives.reference()).get("lastPosition").longValue();
            awaitPublished(house, head);

            Answer order = republish(house, "{\"from\":2}");
            assertThat(order.status()).isEqualTo(200);
            assertThat(order.body().toString())
                    .isEqualTo("{\"topic\":\"%s\",\"origin\":\"H20\",\"from\":2,\"head\":%d}".formatted(topic, head));
            awaitPublished(house, head);
            assertThat(republish(house, "{\"from\":0}").status()).isEqualTo(400);
            assertThat(republish(house, "{\"from\":" + (head + 2) + "}")
                            .body()
                            .get("code")
                            .asString())
                    .isEqualTo("malformed");

            var wire = new Wire(house);
            assertThat(wire.get("/actuator/prometheus", wire.admin()).isOk().body())
                    .contains("hoso_publish_position %.1f".formatted((double) head))
                    .contains("hoso_publish_backlog 0.0", "hoso_publish_lag_seconds 0.0", "hoso_publish_stopped 0.0");
        }
    }

    @Test
    void what_it_signs_of_its_store_and_of_its_snapshots_lies_on_a_topic_of_its_own() throws Exception {
        String heads = TestBroker.name("heads");
        Map<String, Object> properties = BrokerProperties.of(TestBroker.name("signed"));
        properties.put("hoso.origin", "H20");
        properties.put("hoso.heads.topic", heads);
        try (var own = TestDatabase.fresh();
                var house = RunningHouse.of(StandaloneApplication.class, own, properties)) {
            ready(house);
            house.publish(Lives.reference());
            long head =
                    house.publish(Lives.dossier("signed.1")).get("lastPosition").longValue();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var signed = house.get("/api/v1/status", Map.of()).get("heads");
                assertThat(signed.get("size").longValue()).isEqualTo(head);
                assertThat(signed.at("/topic/topic").asString()).isEqualTo(heads);
                assertThat(signed.at("/topic/published").asBoolean())
                        .as(signed.toString())
                        .isTrue();
            });
            String order = """
                    {"unit":"H77","from":"2024-01-01","to":"2024-01-31","kind":"MONTH"}""";
            String token = house.token(Role.ADMIN, Set.of("*"), Set.of("*"));
            assertThat(house.post("/api/v1/snapshots", "application/json", order, token)
                            .status())
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Map<String, SignedHead> newest = ReadTopic.newest(heads);
                assertThat(newest.get("H20").head().size()).isEqualTo(head);
                var covered = ((TreeHead.Store) newest.get("H20").head()).covered();
                assertThat(newest.entrySet())
                        .filteredOn(entry -> entry.getKey().startsWith("snapshots:"))
                        .extracting(
                                entry -> ((TreeHead.Snapshots) entry.getValue().head()).covers())
                        .containsExactly(List.of(covered));
            });
        }
    }

    private static void awaitPublished(RunningHouse house, long head) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var publish = house.get("/api/v1/status", Map.of()).get("publish");
            assertThat(publish.toString())
                    .isEqualTo(
                            ("{\"topic\":\"%s\",\"origin\":\"H20\",\"state\":\"PUBLISHING\",\"position\":%d,\"head\":%d,"
                                            + "\"drained\":true}")
                                    .formatted(topic, head, head));
        });
    }

    private static Answer republish(RunningHouse house, String order) {
        return house.post(
                "/actuator/republish", "application/json", order, house.token(Role.ADMIN, Set.of("*"), Set.of("*")));
    }

    @Test
    void a_house_without_a_name_does_not_start() {
        var nameless = configured();
        nameless.remove("hoso.origin");
        assertThatThrownBy(() -> RunningHouse.of(CommandApplication.class, database, nameless))
                .hasStackTraceContaining("hoso.origin must name this store");
    }

    private static void ready(RunningHouse house) {
        String token = house.token(Role.MONITOR, Set.of(), Set.of());
        await().until(() ->
                house.ask("/actuator/health/readiness", Map.of(), token).status() == 200);
    }
}
