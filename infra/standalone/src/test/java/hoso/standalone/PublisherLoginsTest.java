package hoso.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.edge.Caller;
import hoso.kafka.BrokerLogin;
import hoso.kafka.EmbeddedKafka;
import hoso.vocabulary.UnitRights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherLoginsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void whoever_is_taken_out_of_the_configuration_may_log_in_no_more_wherever_its_login_lies() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder, OptionalInt.empty())) {
            BrokerLogin stays = kafka.login("stays");
            BrokerLogin goes = kafka.login("goes");
            publishers(kafka, "stays", "goes");
            await().atMost(LONG_ENOUGH).until(() -> mayLogIn(stays) && mayLogIn(goes));

            // it was handed over, and lies here no more
            Files.delete(folder.resolve("kafka-goes.properties"));
            publishers(kafka, "stays");
            await().atMost(LONG_ENOUGH).until(() -> !mayLogIn(goes));
            assertThat(mayLogIn(stays)).isTrue();
            assertThat(folder.resolve("kafka-stays.properties")).exists();
            await().atMost(LONG_ENOUGH).until(() -> Files.notExists(folder.resolve("kafka-goes.password")));
        }
    }

    private void publishers(EmbeddedKafka kafka, String... names) {
        var publishers = List.of(names).stream()
                .map(name -> new Publisher(new Caller(name, Set.of(), Set.of(), UnitRights.NONE)))
                .toList();
        new PublisherLogins(kafka, folder, publishers).begin();
    }

    private static boolean mayLogIn(BrokerLogin login) throws InterruptedException {
        try (var admin = Admin.create(login.properties())) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException refused) {
            return false;
        }
    }
}
