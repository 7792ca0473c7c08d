package hoso.command.aggregate;

import static hoso.command.aggregate.JudgingHouse.commune;
import static hoso.command.aggregate.JudgingHouse.notified;
import static hoso.command.aggregate.JudgingHouse.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.store.StoreUnavailable;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chunks of one sender on a real store that is kept from storing for a while, or loses its connection. */
@Timeout(60)
class ChunkPipelineTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Verdict> told = Collections.synchronizedList(new ArrayList<>());
    private JudgingHouse house = new JudgingHouse();

    @AfterEach
    void close() {
        threads.shutdownNow();
        house.close();
    }

    @Test
    void a_chunk_is_judged_on_what_the_one_before_leaves_behind_while_that_is_being_stored() throws Exception {
        sendBothBeforeEitherIsStored(List.of(received("A1")), List.of(notified("A1", "n")));
        assertThat(told).containsExactly(accepted(1), accepted(2));
    }

    @Test
    void a_repeat_of_what_is_not_stored_yet_is_told_the_place_that_it_comes_to() throws Exception {
        sendBothBeforeEitherIsStored(List.of(received("A1")), List.of(received("A1")));
        assertThat(told).containsExactly(accepted(1), new Verdict.Duplicate(JudgingHouse.EVENTS + 1));
    }

    @Test
    void a_chunk_that_is_overtaken_by_a_reference_event_is_judged_anew_with_the_one_behind_it() throws Exception {
        try (Connection obstacle = house.storingHeld()) {
            var reference = threads.submit(() -> house.judging().judge(List.of(commune("H20.1"))));
            await().until(house::isWriterHeld);
            var sending = send(List.of(received("A1"), received("A2")), List.of(notified("A1", "n")));
            await().until(() -> house.decisions() == 3);
            obstacle.rollback();
            assertThat(reference.get()).containsExactly(accepted(1));
            sending.get();
        }
        assertThat(house.decisions()).isEqualTo(5);
        assertThat(told).containsExactly(accepted(2), accepted(3), accepted(4));
    }

    @Test
    void a_chunk_that_the_store_refuses_takes_the_one_behind_it_back_with_it() throws Exception {
        try (Connection obstacle = house.storingHeld();
                var statement = obstacle.createStatement()) {
            var sending = send(List.of(received("A1")), List.of(received("A2")));
            await().until(() -> house.decisions() == 2);
            statement.execute("INSERT INTO store.event (position, recorded_at, sequence, stream, leaf, rest)"
                    + " VALUES (1000, now(), 0, 'd/A1', sha256(''), 'cannot be read')");
            obstacle.commit();
            sending.get();
        }
        assertThat(told.getFirst()).isInstanceOf(Verdict.Refused.class);
        assertThat(told.getLast()).isEqualTo(accepted(1));
    }

    @Test
    void where_memory_did_not_keep_a_dossier_the_next_chunk_waits_until_it_is_stored() throws Exception {
        house.close();
        house = new JudgingHouse(1);
        sendBothBeforeEitherIsStored(List.of(received("A1")), List.of(notified("A1", "n")));
        assertThat(told).containsExactly(accepted(1), accepted(2));
    }

    @Test
    void nobody_else_sees_what_is_not_stored_yet() throws Exception {
        try (Connection obstacle = house.storingHeld()) {
            var sending = send(List.of(received("A1")));
            await().until(() -> house.decisions() == 1);
            var other = threads.submit(() -> house.judging().judge(List.of(notified("A1", "n"))));
            await().during(Duration.ofMillis(300)).until(() -> house.decisions() == 1);
            house.cutWriterOff();
            assertThatThrownBy(sending::get).hasCauseInstanceOf(StoreUnavailable.class);
            obstacle.rollback();
            assertThatThrownBy(other::get).hasCauseInstanceOf(StoreUnavailable.class);
        }
        await().until(() -> house.store().writing());
        assertThat(house.judging().judge(List.of(notified("A1", "n"))).getFirst())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refused().code().code()).isEqualTo("unknown-dossier"));
    }

    @Test
    void when_the_store_goes_away_nothing_of_either_chunk_is_told_and_sent_again_both_are_stored() throws Exception {
        try (Connection obstacle = house.storingHeld()) {
            var sending = send(List.of(received("A1")), List.of(notified("A1", "n"), received("A2")));
            await().until(() -> house.decisions() == 2);
            house.cutWriterOff();
            assertThatThrownBy(sending::get).hasCauseInstanceOf(StoreUnavailable.class);
            assertThat(told).isEmpty();
            obstacle.rollback();
        }
        await().until(() -> house.store().writing());
        send(List.of(received("A1")), List.of(notified("A1", "n"), received("A2")))
                .get();
        assertThat(told).containsExactly(accepted(1), accepted(2), accepted(3));
    }

    /** Each chunk would hold the dossier before the last one let it go. */
    @Test
    void another_who_waits_for_a_dossier_has_it_before_the_next_chunk() throws Exception {
        house.judging().judge(List.of(received("A1")));
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(100);
        var line = threads.submit(() -> {
            try (var chunks = new ChunkPipeline(house.judging())) {
                while (others.getCount() > 0) chunks.judge(List.of(received("A1")), told -> begun.countDown());
            }
        });
        begun.await();
        while (others.getCount() > 0) {
            var other = notified("A1", "n" + others.getCount());
            threads.submit(() -> house.judging().judge(List.of(other))).get();
            others.countDown();
        }
        line.get();
    }

    private void sendBothBeforeEitherIsStored(List<Judging.Item> first, List<Judging.Item> second) throws Exception {
        try (Connection obstacle = house.storingHeld()) {
            var sending = send(first, second);
            await().until(() -> house.decisions() == 2);
            assertThat(told).isEmpty();
            obstacle.rollback();
            sending.get();
        }
    }

    private Verdict accepted(int nth) {
        return new Verdict.Accepted(JudgingHouse.EVENTS + nth);
    }

    @SafeVarargs
    private Future<?> send(List<Judging.Item>... chunks) {
        return threads.submit(() -> {
            try (var pipeline = new ChunkPipeline(house.judging())) {
                for (List<Judging.Item> chunk : chunks) pipeline.judge(chunk, told::addAll);
                pipeline.settle();
            }
        });
    }
}
