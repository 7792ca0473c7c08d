package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.board.BoardClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoadProgressTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void a_load_says_how_fast_it_is_and_how_long_it_will_take() {
        var progress = new LoadProgress(new AtOnce(Instant.EPOCH), 1_000, 200, 0);
        progress.reached(600, 2 * SECOND);

        assertThat(progress.asLine(2 * SECOND))
                .isEqualTo("Loading the demo: 600 of 1,000 events (60 %), 200/s, 2 s left");
        assertThat(progress.asMap(2 * SECOND))
                .containsOnlyKeys("done", "total", "perSecond", "secondsLeft")
                .containsEntry("secondsLeft", 2L);
    }

    @Test
    void a_replay_says_at_which_moment_of_the_demo_it_is_and_what_it_loads_while_that_stands_still() {
        var real = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
        var boards = new BoardClock(real::get);
        Instant begin = Instant.parse("2024-02-20T18:30:59Z");
        var pace = new LivePace(boards, begin, begin.plusSeconds(3600), 60);
        var progress = new LoadProgress(pace, 1_000, 0, 0);

        pace.dueUntil(begin.minusSeconds(1));
        progress.reached(600, 2 * SECOND);
        assertThat(progress.asLine(2 * SECOND))
                .isEqualTo(
                        "Replaying the demo: 21/02/2024 01:30 (loading what came before), 600 of 1,000 events (60 %)");
        assertThat(progress.asMap(2 * SECOND))
                .containsOnlyKeys("done", "total", "shown")
                .containsEntry("shown", OffsetDateTime.parse("2024-02-21T01:30:59+07:00"));

        pace.dueUntil(begin);
        real.updateAndGet(before -> before.plusSeconds(2));
        assertThat(progress.asLine(2 * SECOND))
                .isEqualTo("Replaying the demo: 21/02/2024 01:32, 600 of 1,000 events (60 %)");

        real.updateAndGet(before -> before.plusSeconds(60));
        assertThat(progress.asLine(2 * SECOND))
                .startsWith("Replaying the demo: 21/02/2024 02:30 (loading what came after), ");
    }
}
