package hoso.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamLocksTest {

    private final StreamLocks locks = new StreamLocks();
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        other.shutdownNow();
    }

    @Test
    void a_thread_may_hold_a_stream_twice_and_another_has_it_when_both_are_let_go() throws Exception {
        var first = locks.obtain(streams("a", "b"));
        var second = locks.tryObtain(streams("b", "c"));
        assertThat(second).isPresent();
        first.close();
        assertThat(otherCanHave("a")).isTrue();
        assertThat(otherCanHave("b")).isFalse();
        second.get().close();
        assertThat(otherCanHave("b")).isTrue();
        assertThat(otherCanHave("c")).isTrue();
    }

    @Test
    void who_cannot_have_all_has_none() throws Exception {
        try (var held = locks.obtain(streams("b"))) {
            assertThat(other.submit(() -> locks.tryObtain(streams("a", "b"))).get())
                    .isEmpty();
            assertThat(locks.size()).isEqualTo(1);
        }
    }

    @Test
    void who_holds_a_stream_cannot_have_it_again_while_another_waits_for_it() throws Exception {
        Future<?> waiting;
        try (var held = locks.obtain(streams("a"))) {
            waiting = other.submit(() -> locks.obtain(streams("a")).close());
            while (locks.tryObtain(streams("a")).map(again -> close(again)).isPresent()) Thread.sleep(1);
        }
        waiting.get();
    }

    @Test
    void nothing_is_kept_of_streams_that_were_let_go() throws Exception {
        for (var names : List.of(streams("a", "b"), streams("b")))
            locks.obtain(names).close();
        assertThat(otherCanHave("a")).isTrue();
        assertThat(locks.size()).isZero();
    }

    private static boolean close(StreamLocks.Held held) {
        held.close();
        return true;
    }

    private boolean otherCanHave(String stream) throws Exception {
        return other.submit(() -> locks.tryObtain(streams(stream))
                        .map(StreamLocksTest::close)
                        .isPresent())
                .get();
    }

    private static SortedSet<String> streams(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
