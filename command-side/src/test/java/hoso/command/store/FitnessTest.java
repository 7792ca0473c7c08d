package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static hoso.command.store.StoreFixture.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.testkit.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an instance that has the lock must not write all the same. */
class FitnessTest {

    private TestDatabase database;

    @BeforeEach
    void make() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_database_that_could_lose_commits_gets_none_until_it_is_set_right() throws Exception {
        setForWriter("synchronous_commit = off");
        try (var store = StoreFixture.opened(database)) {
            assertThat(store.writing()).isFalse();
            assertThatThrownBy(() -> store.engine().appendEvents(message(notified("C1", 0))))
                    .isInstanceOf(StoreUnavailable.class);

            setForWriter("synchronous_commit = on");
            awaitWriting(store);
            store.engine().appendEvents(message(notified("C1", 0)));
        }
    }

    @Test
    void a_clock_more_than_a_minute_off_the_databases_writes_nothing_until_it_is_set_right() throws Exception {
        var offset = new AtomicReference<>(Duration.ofSeconds(61));
        try (var store = new EventStore(StoreFixture.settings(
                database, () -> Clock.systemUTC().instant().plus(offset.get())))) {
            store.open();
            assertThat(store.writing()).isFalse();
            offset.set(Duration.ofSeconds(50));
            awaitWriting(store);
            store.engine().appendEvents(message(notified("C2", 0)));
            offset.set(Duration.ofSeconds(70));
            await(store, false);
        }
    }

    @Test
    void a_clock_behind_the_last_event_writes_nothing() throws Exception {
        try (var ahead = new EventStore(StoreFixture.settings(
                database, () -> Clock.systemUTC().instant().plusSeconds(30)))) {
            ahead.open();
            ahead.engine().appendEvents(message(notified("C3", 0)));
        }
        try (var store = StoreFixture.opened(database)) {
            assertThat(store.writing()).isFalse();
        }
    }

    @Test
    void a_clock_that_is_set_back_a_little_stands_still_and_one_set_back_further_is_refused() {
        var now = new AtomicReference<>(Instant.parse("2026-11-20T03:04:05.678901234Z"));
        var clock = new RecordingClock(now::get);
        var last = clock.next(Instant.EPOCH);
        assertThat(last).isEqualTo("2026-11-20T03:04:05.678901Z");

        now.set(last.minusMillis(900));
        assertThat(clock.next(last)).isEqualTo(last);
        now.set(last.minusMillis(1_100));
        assertThatThrownBy(() -> clock.next(last)).isInstanceOf(UnfitWriter.class);
    }

    @Test
    @SuppressWarnings("try") // closed before its time, as a program that ends
    void an_older_program_refuses_a_newer_schema_also_as_a_stand_by() throws Exception {
        try (var newer = StoreFixture.opened(database)) {
            assertThat(newer.writing()).isTrue();
            execute(database, """
                    INSERT INTO store.flyway_schema_history
                           (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 'hoso', 1, true)""");
            try (var older = StoreFixture.opened(database)) {
                newer.close();
                Thread.sleep(2_500); // it asks for the lock each second
                assertThat(older.writing()).isFalse();
                assertThat(older.tenure()).isZero();
            }
        }
        try (var older = new EventStore(StoreFixture.settings(database))) {
            assertThatThrownBy(older::open).isInstanceOf(NewerSchema.class).hasMessageContaining("V999__later.sql");
            assertThat(older.writing()).isFalse();
        }
        // the server lets go of it once it has seen that the connection is gone
        Awaitility.await()
                .untilAsserted(() -> assertThat(StoreFixture.number(
                                database,
                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                        + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                        .as("whoever may write finds the lock free")
                        .isZero());
    }

    private void setForWriter(String setting) throws Exception {
        execute(
                database,
                "ALTER ROLE " + database.application().user() + " IN DATABASE " + database.name() + " SET " + setting);
    }

    private static void awaitWriting(EventStore store) throws InterruptedException {
        await(store, true);
    }

    private static void await(EventStore store, boolean writing) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (store.writing() != writing && System.nanoTime() < end) Thread.sleep(10);
        assertThat(store.writing()).isEqualTo(writing);
    }
}
