package hoso.query.board.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadingTest {

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Loading loading = new Loading(1_000_000, 0);
    private long position = 1_000_000;
    private long nanos;

    @Test
    void what_the_offices_of_a_country_publish_is_no_load() {
        assertThat(after(LOOK, 200)).isFalse();
        assertThat(after(LOOK, 3_000)).isFalse();
    }

    @Test
    void more_is_however_soon_one_looks_again() {
        assertThat(after(LOOK, 3_001)).isTrue();
        assertThat(after(Duration.ofMillis(300), 3_010)).isTrue();
        assertThat(after(Duration.ofMillis(300), 0)).isFalse();
    }

    @Test
    void who_loads_on_is_waited_for_for_five_minutes_and_after_a_break_again() {
        Duration begun = Duration.ZERO;
        for (; begun.plus(LOOK).compareTo(Loading.PATIENCE) < 0; begun = begun.plus(LOOK))
            assertThat(after(LOOK, 10_000)).as("" + begun).isTrue();
        assertThat(after(LOOK, 10_000)).isFalse();
        assertThat(after(LOOK, 10_000)).isFalse();
        assertThat(after(LOOK, 0)).isFalse();
        assertThat(after(LOOK, 10_000)).isTrue();
    }

    private boolean after(Duration time, long eventsPerSecond) {
        nanos += time.toNanos();
        position += eventsPerSecond * time.toMillis() / 1_000;
        return loading.isOnAt(position, nanos);
    }
}
