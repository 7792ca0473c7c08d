package hoso.query.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandpointsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final CountedPositions positions = new CountedPositions(20, 15);
    private final Standpoints standpoints = new Standpoints(positions, () -> NOW, Duration.ofMillis(200));

    @Test
    void the_newest_is_what_the_books_hold() {
        assertThat(at(new AsOf.Newest(), 0)).isEqualTo(new Standpoint(15, positions.recordedAt(15), NOW));
    }

    @Test
    void before_the_first_event_nothing_was_recorded() {
        assertThat(at(new AsOf.Position(0), 0)).isEqualTo(new Standpoint(0, null, NOW));
    }

    @Test
    void an_older_position_is_itself() {
        assertThat(at(new AsOf.Position(7), 0).position()).isEqualTo(7);
        assertThat(at(new AsOf.Position(7), 15).position()).isEqualTo(7);
    }

    @Test
    void above_the_head_there_is_none() {
        refused(ProblemCode.MALFORMED, new AsOf.Position(21), 0);
    }

    @Test
    void an_instant_means_the_last_position_recorded_by_then() {
        assertThat(at(new AsOf.RecordedBy(positions.recordedAt(7)), 0).position())
                .isEqualTo(7);
        assertThat(at(new AsOf.RecordedBy(positions.recordedAt(8).minusNanos(1_000)), 0)
                        .position())
                .isEqualTo(7);
        assertThat(at(new AsOf.RecordedBy(CountedPositions.BEGINNING.minusSeconds(1)), 0)
                        .position())
                .isZero();
    }

    @Test
    void an_instant_must_lie_ten_seconds_back() {
        positions.project(20);
        assertThat(at(new AsOf.RecordedBy(NOW.minusSeconds(10)), 0).position()).isEqualTo(20);
        refused(ProblemCode.MALFORMED, new AsOf.RecordedBy(NOW.minusMillis(9_999)), 0);
        refused(ProblemCode.MALFORMED, new AsOf.RecordedBy(NOW.plusSeconds(60)), 0);
    }

    @Test
    void what_the_read_side_has_not_reached_in_time_is_not_yet_there() {
        refused(ProblemCode.NOT_YET, new AsOf.Newest(), 16);
        refused(ProblemCode.NOT_YET, new AsOf.Position(16), 0);
        refused(ProblemCode.NOT_YET, new AsOf.Position(7), 16);
        refused(ProblemCode.NOT_YET, new AsOf.RecordedBy(positions.recordedAt(16)), 0);
    }

    @Test
    void all_that_is_stored_by_now_can_be_waited_for() {
        assertThatThrownBy(standpoints::awaitHead)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_YET));
        positions.project(20);
        standpoints.awaitHead();
    }

    @Test
    void waits_for_the_read_side() throws InterruptedException {
        Thread projector = Thread.ofVirtual().start(() -> {
            sleep();
            positions.project(18);
        });

        assertThat(at(new AsOf.Newest(), 17).position()).isEqualTo(18);
        projector.join();
    }

    private Standpoint at(AsOf asOf, long minPosition) {
        return standpoints.of(new View(asOf, minPosition));
    }

    private void refused(ProblemCode code, AsOf asOf, long minPosition) {
        assertThatThrownBy(() -> at(asOf, minPosition))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
