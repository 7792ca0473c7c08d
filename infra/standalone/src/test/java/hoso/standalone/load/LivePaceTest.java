package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.board.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LivePaceTest {

    private static final Instant BEGIN = Instant.parse("2024-02-20T17:00:00Z");
    private static final Instant END = Instant.parse("2024-03-20T10:00:00Z");
    private static final int HOUR_A_SECOND = 3_600;

    private final AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final BoardClock boards = new BoardClock(real::get);
    private final LivePace pace = new LivePace(boards, BEGIN, END, HOUR_A_SECOND);

    @Test
    void all_that_came_before_the_month_is_due_while_boards_stand_at_its_begin() {
        assertThat(pace.dueUntil(BEGIN.minusSeconds(86_400))).isBefore(BEGIN).isAfterOrEqualTo(BEGIN.minusSeconds(1));
        passes(10);
        assertThat(boards.instant()).isEqualTo(BEGIN);
        assertThat(pace.shown()).contains(BEGIN);
    }

    @Test
    void in_the_month_lines_are_due_as_the_clock_of_boards_passes_them() {
        Instant first = BEGIN.plusSeconds(68);

        assertThat(pace.dueUntil(first)).isEqualTo(first);
        passes(2);
        Instant later = first.plus(Duration.ofHours(2));
        assertThat(pace.dueUntil(first.plusSeconds(1))).isEqualTo(later);
        assertThat(boards.instant()).isEqualTo(later);
        assertThat(pace.shown()).contains(later);
    }

    @Test
    void a_month_that_was_broken_off_goes_on_where_its_next_line_was_published() {
        Instant middle = BEGIN.plus(Duration.ofDays(12));

        assertThat(pace.dueUntil(middle)).isEqualTo(middle);
        passes(1);
        assertThat(pace.dueUntil(middle)).isEqualTo(middle.plus(Duration.ofHours(1)));
    }

    @Test
    void when_the_month_has_passed_all_is_due_and_boards_stand_at_its_end() {
        pace.dueUntil(BEGIN);
        passes(Duration.between(BEGIN, END).toHours());

        assertThat(pace.dueUntil(BEGIN.plusSeconds(1)))
                .as("the rest of the month first")
                .isEqualTo(END);
        assertThat(pace.dueUntil(END.plusSeconds(1))).isEqualTo(Instant.MAX);
        assertThat(boards.instant()).isEqualTo(END);
    }

    @Test
    void what_came_after_the_month_waits_for_its_end() {
        pace.dueUntil(BEGIN);
        passes(1);

        assertThat(pace.dueUntil(END.plusSeconds(86_400))).isEqualTo(BEGIN.plusSeconds(HOUR_A_SECOND));
    }

    @Test
    void all_is_due_where_the_month_was_told_by_an_earlier_start() {
        assertThat(pace.dueUntil(END.plusSeconds(1))).isEqualTo(Instant.MAX);
        assertThat(boards.instant()).isEqualTo(END);
    }

    private void passes(long seconds) {
        real.updateAndGet(before -> before.plusSeconds(seconds));
    }
}
