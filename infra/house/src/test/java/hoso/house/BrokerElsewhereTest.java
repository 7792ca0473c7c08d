package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.broker.TestBroker;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A launched house that is told of another broker ({@code --kafka host:port}). */
class BrokerElsewhereTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @Test
    void what_it_stores_is_published_there_and_it_starts_none_of_its_own() throws Exception {
        String topic = TestBroker.name("elsewhere");
        var properties = BrokerProperties.of(topic);
        properties.remove("hoso.kafka.bootstrap");
        String address = TestBroker.kafka().login().bootstrap();
        try (var data = HouseFolder.make();
                var process = HouseProcess.launchedBeside(data.path(), properties, address)
                        .started()) {
            var house = HouseClient.of(process::base, data.path());
            await().atMost(LONG_ENOUGH).until(house::isReady);
            assertThat(house.stream(Lives.reference()).number("rejected")).isZero();
            await().atMost(LONG_ENOUGH)
                    .until(() -> house.get("api/v1/status")
                            .body()
                            .at("/publish/drained")
                            .asBoolean(false));
            assertThat(ReadTopic.leaves(topic, "hoso"))
                    .isEqualTo(StoredLog.of(data.path()).leaves());
            assertThat(Files.exists(data.path().resolve("kafka"))).isFalse();
        }
    }
}
