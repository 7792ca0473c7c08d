package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateWriterTest {

    /** "hosostor" in ASCII. */
    private static final long WRITER_LOCK = 0x686f736f73746f72L;

    @Test
    void a_house_that_stands_by_on_an_empty_database_begins_the_log_when_the_writer_is_gone() throws Exception {
        try (var database = TestDatabase.fresh();
                var writer = database.connect();
                var statement = writer.createStatement()) {
            // as of an instance that ends before it has written anything
            statement.execute("SELECT pg_advisory_lock(" + WRITER_LOCK + ")");
            try (var house = RunningHouse.on(database)) {
                statement.execute("SELECT pg_advisory_unlock(" + WRITER_LOCK + ")");
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .until(() ->
                                house.publish(Lives.reference()).get("accepted").intValue() > 0);
                var again = house.publish(Lives.reference()).get("lastPosition");
                var calendar = house.get("/api/v1/calendars/2026", Map.of("minPosition", again));
                assertThat(calendar.get("holidays").size()).isPositive();
            }
        }
    }
}
