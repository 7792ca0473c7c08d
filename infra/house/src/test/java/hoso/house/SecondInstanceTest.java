package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two houses on one database: one writes, the other stands by and takes over, whatever becomes of the first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondInstanceTest {

    private static TwoInstances two;

    @BeforeAll
    static void open() throws Exception {
        two = TwoInstances.of((database, url, folder) -> HouseProcess.on(database, url, folder));
    }

    @AfterAll
    static void close() throws Exception {
        two.close();
    }

    @Test
    @Order(1)
    void the_stand_by_is_not_ready_takes_no_event_and_answers_questions() throws Exception {
        var standBy = two.other(two.writer()).client();
        assertThat(standBy.get("actuator/health/readiness").isUnavailable()).isTrue();
        assertThat(standBy.get("actuator/health/liveness").status()).isEqualTo(200);
        assertThat(standBy.one(Lives.receipt("standby.1")).isUnavailable()).isTrue();
        var stream = standBy.stream(Lives.dossier("standby.1"));
        assertThat(stream.isUnavailable()).isTrue();
        assertThat(stream.number("lastLine")).isZero();

        var taken = two.writer().client().one(Lives.receipt("standby.1"));
        assertThat(taken.text("status")).isEqualTo("accepted");
        var report = standBy.get(
                "api/v1/report?unit=H77&from=2024-01-01&to=2024-12-31&minPosition=" + taken.number("position"));
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().at("/total/received/new").longValue()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void a_writer_frozen_in_mid_load_is_succeeded_and_woken_finds_itself_fenced() throws Exception {
        two.freezeInMidLoad(two.writer());
    }

    @Test
    @Order(3)
    void a_writer_cut_off_from_the_database_is_succeeded_and_stands_by_when_it_is_back() throws Exception {
        two.cutOffInMidLoad(two.writer());
    }

    @Test
    @Order(4)
    void a_writer_whose_connection_is_ended_goes_on_or_is_succeeded() throws Exception {
        try (var writers = two.writersTo(two.writer());
                var connection = two.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
                    + " 'hoso writer' AND datname = current_database()");
            long began = System.nanoTime();
            two.writer();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TwoInstances.TAKES_OVER_WITHIN);
            two.assertNothingLostOrDoubled(writers);
        }
    }

    @Test
    @Order(5)
    void a_writer_killed_in_mid_load_is_succeeded() throws Exception {
        two.killInMidLoad(two.writer());
    }
}
