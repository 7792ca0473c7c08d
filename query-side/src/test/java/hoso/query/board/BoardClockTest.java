package hoso.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BoardClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEGIN = Instant.parse("2024-02-21T00:00:00Z");
    private static final Instant END = Instant.parse("2024-03-20T17:00:00Z");

    private final AtomicReference<Instant> real = new AtomicReference<>(NOW);
    private final BoardClock clock = new BoardClock(real::get);

    @Test
    void it_is_now_unless_it_is_told_otherwise() {
        assertThat(clock.instant()).isEqualTo(NOW);
        passes(60);
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void it_stands_at_the_moment_it_is_told() {
        clock.standAt(END);
        passes(60);
        assertThat(clock.instant()).isEqualTo(END);
    }

    @Test
    void it_shows_the_newest_unless_it_is_told_what_was_known_then() {
        assertThat(clock.position(900)).isEqualTo(900);
        clock.standAt(END, OptionalLong.of(700));
        assertThat(clock.position(900)).isEqualTo(700);
        assertThat(clock.position(600)).as("books that are being made anew").isEqualTo(600);
        clock.standAt(END);
        assertThat(clock.position(900)).isEqualTo(900);
    }

    @Test
    void it_runs_through_a_stretch_of_the_past_and_stands_at_its_end() {
        clock.run(BEGIN, END, 3_600);
        assertThat(clock.instant()).isEqualTo(BEGIN);
        passes(2);
        assertThat(clock.instant()).isEqualTo(BEGIN.plusSeconds(7_200));
        passes(100_000);
        assertThat(clock.instant()).isEqualTo(END);
    }

    @Test
    void it_does_not_run_backwards_nor_not_at_all() {
        assertThatThrownBy(() -> clock.run(BEGIN, END, 0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> clock.run(BEGIN, END, -1)).hasMessageContaining("-1.0");
    }

    private void passes(long seconds) {
        real.updateAndGet(before -> before.plusSeconds(seconds));
    }
}
