package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.broker.TestBroker;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code infra/run command} twice on one store, which publishes to Kafka; more of two writers in {@link SecondInstanceTest}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandProgramsTest {

    private static final String TOPIC = TestBroker.name("commands");
    private static final String ORIGIN = "H77";

    private static TwoInstances two;

    @BeforeAll
    static void open() throws Exception {
        two = TwoInstances.of((database, url, folder) -> SideProgram.command(database, url)
                .with(BrokerProperties.of(TOPIC))
                .with(Map.of("hoso.origin", ORIGIN))
                .launched(folder));
    }

    @AfterAll
    static void close() throws Exception {
        two.close();
    }

    @Test
    @Order(1)
    void one_writes_and_publishes_and_the_other_waits() throws Exception {
        var standBy = two.other(two.writer()).client();
        assertThat(standBy.get("actuator/health/readiness").isUnavailable()).isTrue();
        assertThat(standBy.one(Lives.receipt("waits.1")).isUnavailable()).isTrue();
        assertThat(publish(standBy).text("state")).isEqualTo("STAND_BY");
        assertThat(two.writer().client().one(Lives.receipt("waits.1")).text("status"))
                .isEqualTo("accepted");
    }

    @Test
    @Order(2)
    void it_takes_over_from_one_that_is_frozen_which_woken_finds_itself_fenced() throws Exception {
        two.freezeInMidLoad(two.writer());
    }

    @Test
    @Order(3)
    void it_takes_over_from_one_that_is_killed() throws Exception {
        two.killInMidLoad(two.writer());
    }

    @Test
    @Order(4)
    void whoever_drops_repeats_has_read_from_the_topic_what_is_stored_each_subject_in_order() throws Exception {
        var writer = two.writer().client();
        await().atMost(Duration.ofSeconds(60)).until(() -> publish(writer).flag("drained"));
        try (var connection = two.database().connect()) {
            assertThat(ReadTopic.leaves(TOPIC, ORIGIN))
                    .isEqualTo(StoredLog.of(connection).leaves());
        }
    }

    @Test
    @Order(5)
    void its_document_is_the_houses_own_as_far_as_it_goes() throws Exception {
        var document = two.writer().client().get("v3/api-docs");
        assertThat(document.within("info").text("title")).isEqualTo("Hoso");
        assertThat(document.within("paths").body().has("/api/v1/events")).isTrue();
        assertThat(document.within("paths").body().has("/api/v1/report")).isFalse();
    }

    private static HouseClient.Answer publish(HouseClient program) throws Exception {
        return program.get("api/v1/status").within("publish");
    }
}
