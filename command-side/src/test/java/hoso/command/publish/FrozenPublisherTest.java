package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.store.StoredSamples;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.io.BufferedReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrozenPublisherTest {

    @Test
    void frozen_in_the_middle_and_woken_after_another_took_over_it_changes_nothing() throws Exception {
        String topic = TestBroker.name("frozen");
        String origin = TestBroker.name("H");
        try (var database = TestDatabase.fresh()) {
            var settings = PublishingHouse.settings(database, topic, origin);
            var frozen = PublishingProcess.start(
                    settings, StoredSamples.settings(database).owner(), "frozen");
            try (var said = frozen.inputReader()) {
                awaitWord(said, PublishingProcess.PUBLISHES);
                signal(frozen, "STOP");
                try (var house = PublishingHouse.open(database, topic, origin)) {
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> house.store().writing());
                    StoredSamples.dossiers(house.store(), "next", 200, 5);
                    house.awaitDrained();
                    long place = house.place();
                    assertThat(place).isEqualTo(house.store().head());

                    signal(frozen, "CONT");
                    awaitWord(said, PublishingProcess.STANDS_BY);
                    assertThat(house.place()).isEqualTo(place);
                    StoredSamples.dossiers(house.store(), "after", 200, 5);
                    house.awaitDrained();
                    assertThat(house.place()).isEqualTo(place + 1_000);
                    assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
                }
            } finally {
                frozen.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitWord(BufferedReader said, String word) throws Exception {
        String line;
        do line = said.readLine();
        while (line != null && !line.equals(word));
        assertThat(line).isEqualTo(word);
    }

    private static void signal(Process process, String signal) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }
}
