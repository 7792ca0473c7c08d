package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.board.BoardClock;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    void a_replay_says_at_which_moment_of_the_demo_it_is() {
        var boards = new BoardClock(Instant::now);
        boards.standAt(Instant.parse("2024-02-20T18:30:59Z"));
        var pace = new LivePace(boards, Instant.EPOCH, Instant.MAX, 1);
        var progress = new LoadProgress(pace, 1_000, 0, 0);
        progress.reached(600, 2 * SECOND);

        assertThat(progress.asLine(2 * SECOND))
                .isEqualTo("Replaying the demo: 21/02/2024 01:30, 600 of 1,000 events (60 %)");
        assertThat(progress.asMap(2 * SECOND))
                .containsOnlyKeys("done", "total", "shown")
                .containsEntry("shown", OffsetDateTime.parse("2024-02-21T01:30:59+07:00"));
    }
}
