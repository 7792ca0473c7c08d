package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More questions at once than there are connections, all of them slow. */
class CrowdedDatabaseTest {

    private static final int QUESTIONS = 24;
    private static final Map<String, String> QUESTION = Map.of("unit", Lives.ROOT, "from", Lives.FROM, "to", Lives.TO);

    private static TestDatabase database;
    private static RunningHouse house;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        house.publish(Lives.reference());
        var head = house.publish(Lives.dossier("crowd.1")).get("lastPosition");
        house.get("/api/v1/dossiers/crowd.1", Map.of("minPosition", head));
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void who_finds_no_connection_is_answered_503_in_time_and_the_others_when_they_can_be() throws Exception {
        var token = house.token(Role.READER, Set.of("*"), Set.of("*"));
        assertThat(house.ask("/api/v1/report", QUESTION, token).status()).isEqualTo(200);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var held = database.connect();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("LOCK TABLE books.book IN ACCESS EXCLUSIVE MODE");
            var release = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(Duration.ofSeconds(7));
                    held.rollback();
                } catch (Exception late) {
                    throw new IllegalStateException(late);
                }
            });
            AtOnce.forEach(IntStream.range(0, QUESTIONS).boxed().toList(), QUESTIONS, number -> {
                long began = System.nanoTime();
                statuses.add(house.ask("/api/v1/report", QUESTION, token).status());
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
            });
            release.join();
        }
        assertThat(Set.copyOf(statuses)).isEqualTo(Set.of(200, 503));
        assertThat(List.copyOf(statuses)).hasSize(QUESTIONS);
    }
}
