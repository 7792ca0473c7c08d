package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.store.Witness.Sight;
import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that lacks what was seen of it takes nothing, until it is told that this is lost. */
class RestoredTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AtomicLong seen = new AtomicLong();
    private final AtomicReference<String> changed = new AtomicReference<>();
    private volatile Runnable asked = () -> {};
    private TestDatabase database;
    private EventStore store;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        store = opened();
        store.engine().appendEvents(message(notified("A", 0)));
        store.engine().appendEvents(message(notified("A", 1)));
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    private EventStore opened() throws Exception {
        var opened = new EventStore(StoreFixture.settings(database));
        opened.addWitness(this::look);
        opened.open();
        return opened;
    }

    private void again() throws Exception {
        store.close();
        store = opened();
    }

    /** Somebody who has read up to a position. */
    private Sight look(Connection connection) throws SQLException {
        var other = changed.get();
        if (other != null) return Sight.differing(seen.get(), other);
        asked.run();
        long position = seen.get();
        try (var statement = connection.prepareStatement("""
                SELECT ? = 0 OR EXISTS (SELECT 1 FROM store.event WHERE position = ?)
                    OR EXISTS (SELECT 1 FROM store.incarnation WHERE ? BETWEEN lost_from AND lost_to)""")) {
            for (int index = 1; index <= 3; index++) statement.setLong(index, position);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? Sight.of(position)
                        : Sight.missing(position, "somebody has seen position " + position);
            }
        }
    }

    @Test
    void one_that_has_all_that_was_seen_goes_on() throws Exception {
        seen.set(2);
        again();
        store.engine().appendEvents(message(notified("A", 2)));
        assertThat(store.head()).isEqualTo(3);
    }

    @Test
    void one_that_lacks_something_takes_nothing_and_says_why() throws Exception {
        seen.set(7);
        again();
        assertThat(store.writing()).isFalse();
        await().atMost(PATIENCE).until(() -> store.hindrance().isPresent());
        assertThat(store.hindrance())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("somebody has seen position 7", "infra/run restored"));
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("A", 2))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void it_goes_on_by_itself_when_it_is_put_right() throws Exception {
        seen.set(7);
        again();
        seen.set(2);
        await().atMost(PATIENCE).until(store::writing);
        assertThat(store.hindrance()).isEmpty();
    }

    @Test
    void told_that_it_is_lost_it_goes_on_above_all_that_was_seen() throws Exception {
        seen.set(7);
        again();
        assertThat(store.restored(0, "an operator")).isEqualTo(new Opened(2, 3, 7));
        await().atMost(PATIENCE).until(store::writing);
        store.engine().appendEvents(message(notified("A", 2)));
        assertThat(store.head()).isEqualTo(8);

        again();
        store.engine().appendEvents(message(notified("A", 3)));
        assertThat(store.head()).isEqualTo(9);
    }

    @Test
    void what_the_operator_knows_counts_where_nobody_else_has_seen_it() throws Exception {
        assertThat(store.restored(5, "an operator")).isEqualTo(new Opened(2, 3, 5));
        await().atMost(PATIENCE).until(store::writing);
        assertThat(store.restored(9, "an operator")).isEqualTo(new Opened(3, 6, 9));
        await().atMost(PATIENCE).until(store::writing);
        store.engine().appendEvents(message(notified("A", 2)));
        assertThat(store.head()).isEqualTo(10);
    }

    @Test
    void where_nothing_is_lost_the_order_is_refused() {
        for (long known : new long[] {0, 2})
            assertThatThrownBy(() -> store.restored(known, "an operator"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nothing is lost");
    }

    @Test
    void where_something_differs_too_nothing_is_declared_as_lost() throws Exception {
        changed.set("the event at position 1 is another");
        seen.set(7);
        again();
        await().atMost(PATIENCE).until(() -> store.hindrance().isPresent());
        assertThat(store.hindrance())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("the event at position 1 is another", "cannot be declared as lost")
                        .doesNotContain("infra/run restored"));
        assertThatThrownBy(() -> store.restored(0, "an operator"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the event at position 1 is another");
        assertThat(StoreFixture.number(database, "SELECT count(*) FROM store.incarnation"))
                .isEqualTo(1);
    }

    /** As one that reads a topic of millions of events. */
    @Test
    void an_order_waits_for_what_takes_long_to_be_asked_and_another_one_meanwhile_is_refused() throws Exception {
        seen.set(7);
        again();
        var asking = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        asked = () -> {
            asking.countDown();
            awaitUnchecked(answered);
        };
        var order = CompletableFuture.supplyAsync(() -> store.restored(0, "an operator"));
        assertThat(asking.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> store.restored(0, "another", Duration.ofMillis(1)))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("another such order is being carried out"));
        answered.countDown();
        assertThat(order.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new Opened(2, 3, 7));
    }

    @Test
    void an_order_that_nobody_waits_for_any_more_is_never_carried_out() throws Exception {
        seen.set(7);
        again();
        var answered = new CountDownLatch(1);
        asked = () -> awaitUnchecked(answered);
        assertThatThrownBy(() -> store.restored(0, "an operator", Duration.ofMillis(300)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("not carried out within");
        answered.countDown();
        asked = () -> {};
        again();
        assertThat(store.writing()).isFalse();
        assertThat(StoreFixture.number(database, "SELECT count(*) FROM store.incarnation"))
                .isEqualTo(1);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_order_to_a_stand_by_is_refused() throws Exception {
        try (var second = opened()) {
            assertThatThrownBy(() -> second.restored(5, "an operator"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("another instance writes");
        }
    }

    @Test
    void what_somebody_finds_out_later_stops_it_too() {
        seen.set(7);
        store.doubt();
        await().atMost(PATIENCE).until(() -> store.hindrance().isPresent());
        assertThat(store.writing()).isFalse();
    }
}
