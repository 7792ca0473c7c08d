package hoso.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupervisorTest {

    @Test
    void a_process_is_tidied_after_while_it_runs_and_started_again_when_it_ends() throws Exception {
        var first = sleep();
        var running = new AtomicReference<>(first);
        var tidied = new CountDownLatch(3);
        var startedAgain = new CountDownLatch(1);
        var tidiedAgain = new CountDownLatch(1);
        try (var supervisor = new Supervisor(
                "sleep",
                running::get,
                () -> {
                    running.set(sleep());
                    startedAgain.countDown();
                },
                () -> {
                    tidied.countDown();
                    if (running.get() != first) tidiedAgain.countDown();
                },
                Duration.ofMillis(20))) {
            assertThat(supervisor).isNotNull();
            assertThat(tidied.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(startedAgain.getCount()).isEqualTo(1);
            first.destroyForcibly();
            assertThat(startedAgain.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(tidiedAgain.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            running.get().destroyForcibly();
        }
    }

    private static Process sleep() {
        try {
            return new ProcessBuilder("sleep", "60").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
