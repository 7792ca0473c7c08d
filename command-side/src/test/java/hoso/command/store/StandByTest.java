package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandByTest {

    /** What the contract allows from the first one's end to the second one's first event. */
    private static final long TAKE_OVER_MS = 30_000;

    private TestDatabase database;
    private FaultyNetwork network;
    private EventStore first;
    private EventStore second;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        network = new FaultyNetwork(TestDatabase.server().port());
        var direct = StoreFixture.settings(database);
        first = new EventStore(new StoreSettings(
                network.url(direct.url()), direct.application(), direct.owner(), direct.readers(), direct.clock()));
        first.open();
        second = StoreFixture.opened(database);
    }

    @AfterEach
    void close() throws Exception {
        network.comeUp();
        first.close();
        second.close();
        network.close();
        database.close();
    }

    @Test
    void one_writes_and_the_other_refuses_everything_until_the_first_ends() throws Exception {
        first.engine().appendEvents(message(notified("B1", 0)));
        assertThat(second.writing()).isFalse();
        assertThatThrownBy(() -> second.engine().appendEvents(message(notified("B2", 0))))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> second.engine().readEvents("d/B1")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> second.confirmFence()).isInstanceOf(StoreUnavailable.class);
        assertThat(second.head()).isEqualTo(1);

        first.close();
        awaitSecond();

        second.engine().appendEvents(message(notified("B1", 1)));
        assertThat(second.head()).isEqualTo(2);
    }

    @Test
    void the_stand_by_holds_no_snapshot_that_would_stop_vacuum() throws Exception {
        Thread.sleep(200);
        assertThat(StoreFixture.number(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'hoso writer'"
                                + " AND datname = current_database() AND state = 'idle' AND backend_xmin IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void takes_over_from_a_writer_frozen_between_two_messages_which_then_stores_nothing() throws Exception {
        var hold = new CountDownLatch(1);
        first.onCommitted(events -> uninterruptibly(hold));
        var append = Thread.ofVirtual().start(() -> first.engine().appendEvents(message(notified("B3", 0))));

        long began = System.nanoTime();
        awaitSecond();
        second.engine().appendEvents(message(notified("B3", 1)));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(TAKE_OVER_MS);

        long tenure = first.tenure();
        assertThat(first.writing()).as("it knows how long it heard nothing").isFalse();
        assertThatThrownBy(() -> first.confirmFence(tenure)).isInstanceOf(StoreUnavailable.class);
        var late = new ArrayList<Throwable>();
        var sent = Thread.ofVirtual().start(() -> {
            try {
                first.engine().appendEvents(message(notified("B4", 0)));
            } catch (EventStoreException refused) {
                late.add(refused);
            }
        });
        hold.countDown();
        append.join();
        sent.join();
        assertThat(late).hasSize(1).first().isInstanceOf(StoreUnavailable.class);
        assertThat(second.head()).isEqualTo(2);
        assertThat(StoreFixture.number(database, "SELECT count(*) FROM store.event"))
                .isEqualTo(2);
    }

    @Test
    void takes_over_from_a_writer_frozen_in_the_middle_of_a_message() throws Exception {
        network.getStuck();
        var refused = Collections.synchronizedList(new ArrayList<Throwable>());
        var append = Thread.ofVirtual().start(() -> {
            try {
                first.engine().appendEvents(message(notified("B5", 0)));
            } catch (EventStoreException reason) {
                refused.add(reason);
            }
        });

        long began = System.nanoTime();
        awaitSecond();
        second.engine().appendEvents(message(notified("B6", 0)));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(TAKE_OVER_MS);

        network.goDown();
        network.comeUp();
        append.join();
        assertThat(refused).hasSize(1).first().isInstanceOf(StoreUnavailable.class);
        assertThat(second.readAfter(0, 10))
                .extracting(stored -> stored.event().subject())
                .containsExactly("B6");
    }

    @Test
    void takes_over_from_a_writer_that_is_cut_off() throws Exception {
        network.goDown();
        long began = System.nanoTime();
        awaitSecond();
        second.engine().appendEvents(message(notified("B7", 0)));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(TAKE_OVER_MS);
    }

    @Test
    void listeners_read_their_memory_anew_before_the_first_command_and_are_told_the_loss() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<String>());
        second.onWriterChange(new WriterListener() {
            @Override
            public void became() {
                told.add("became, of " + second.referenceEvents().size() + ", writing " + second.writing());
            }

            @Override
            public void lost() {
                told.add("lost");
            }
        });
        first.engine().appendEvents(message(SampleEvents.unitRegistered("H20", 0)));
        first.close();
        awaitSecond();
        second.close();
        assertThat(told).isEqualTo(List.of("became, of 1, writing false", "lost"));
    }

    private void awaitSecond() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * TAKE_OVER_MS);
        while (!second.writing() && System.nanoTime() < end) Thread.sleep(10);
        assertThat(second.writing()).isTrue();
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
