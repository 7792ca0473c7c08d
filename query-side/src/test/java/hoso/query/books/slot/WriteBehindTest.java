package hoso.query.books.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteBehindTest {

    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @Test
    void all_is_done_in_order_and_an_answer_comes_after_what_was_asked_before() throws SQLException {
        try (var writes = new WriteBehind("writes", 1 << 20)) {
            for (int number = 0; number < 100; number++) {
                int added = number;
                writes.soon(() -> done.add(added));
            }
            assertThat(writes.now(() -> done.size())).isEqualTo(100);
        }
        assertThat(done).isSorted();
    }

    @Test
    void after_a_failure_nothing_is_done_and_whoever_asks_for_more_is_told_of_it() throws Exception {
        try (var writes = new WriteBehind("writes", 1 << 20)) {
            var begun = new CountDownLatch(1);
            writes.soon(() -> {
                await(begun);
                throw new SQLException("the connection is gone");
            });
            writes.soon(() -> done.add(1));
            begun.countDown();
            assertThatThrownBy(() -> writes.now(() -> done.add(2))).hasMessage("the connection is gone");
            assertThatThrownBy(() -> writes.soon(() -> done.add(3))).hasMessage("the connection is gone");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void closing_waits_for_what_is_being_done_drops_what_waits_and_ends_the_thread() throws Exception {
        var thread = new AtomicReference<Thread>();
        var begun = new CountDownLatch(1);
        var writes = new WriteBehind("writes", 1 << 20);
        writes.soon(() -> {
            thread.set(Thread.currentThread());
            begun.countDown();
            sleep();
            done.add(1);
        });
        writes.soon(() -> done.add(2));
        begun.await();
        writes.close();
        assertThat(done).containsExactly(1);
        thread.get().join();
        assertThatThrownBy(() -> writes.soon(() -> done.add(3))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(30)
    void rows_wait_up_to_a_bound_and_then_who_has_more() throws Exception {
        try (var writes = new WriteBehind("writes", 100_000)) {
            var begun = new CountDownLatch(1);
            var fitting = new CountDownLatch(1);
            Thread asking = Thread.ofPlatform().start(() -> {
                try {
                    writes.soon(90_000, () -> await(begun));
                    writes.soon(10_000, () -> done.add(1));
                    fitting.countDown();
                    // more than there is room for at all waits until nothing else does
                    writes.soon(250_000, () -> done.add(2));
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            fitting.await();
            awaitWaiting(asking);
            begun.countDown();
            asking.join();
            assertThat(writes.now(() -> List.copyOf(done))).containsExactly(1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(30)
    void who_waits_for_room_is_told_of_a_failure_and_of_the_end(boolean closing) throws Exception {
        var writes = new WriteBehind("writes", 100_000);
        var begun = new CountDownLatch(1);
        var told = new AtomicReference<Exception>();
        writes.soon(100_000, () -> {
            await(begun);
            if (!closing) throw new SQLException("the connection is gone");
        });
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                writes.soon(50_000, () -> done.add(1));
            } catch (SQLException | RuntimeException failed) {
                told.set(failed);
            }
        });
        awaitWaiting(asking);
        Thread ending = Thread.ofPlatform().start(() -> {
            if (closing) writes.close();
        });
        if (closing) awaitWaiting(ending);
        begun.countDown();
        asking.join();
        ending.join();
        writes.close();
        assertThat(told.get()).hasMessage(closing ? "nothing more is written here" : "the connection is gone");
        assertThat(done).isEmpty();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
