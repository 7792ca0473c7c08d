package hoso.command.store;

import static hoso.command.store.SampleEvents.dossier;
import static hoso.command.store.StoreFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.testkit.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendMeterTest {

    private TestDatabase database;
    private EventStore store;
    private final Counted counted = new Counted();

    /** Keeps all that it is told. */
    record Counted(List<Integer> groups, List<Long> nanos) implements AppendMeter {

        Counted() {
            this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }

        @Override
        public void committed(int events) {
            groups.add(events);
        }

        @Override
        public void appended(long waited) {
            nanos.add(waited);
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
        store.measureWith(counted);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void a_commit_and_how_long_it_was_waited_for_are_told_before_the_append_returns() {
        long began = System.nanoTime();
        store.engine().appendEvents(dossier("M1", 3));

        assertThat(counted.groups()).containsExactly(3);
        assertThat(counted.nanos())
                .singleElement()
                .satisfies(waited -> assertThat(waited).isBetween(1L, System.nanoTime() - began));
        store.engine().appendEvents(dossier("M2", 2));
        assertThat(counted.groups()).containsExactly(3, 2);
    }

    @Test
    void the_time_in_which_the_database_is_held_up_is_in_it() throws Exception {
        try (var blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE store.event IN SHARE MODE");
            var waiting = Thread.ofVirtual().start(() -> store.engine().appendEvents(dossier("M3", 1)));
            Thread.sleep(300);
            blocker.rollback();
            waiting.join();
        }
        assertThat(counted.nanos())
                .singleElement()
                .satisfies(waited -> assertThat(waited).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150)));
    }

    @Test
    void what_was_refused_is_no_part_of_it() {
        store.engine().appendEvents(dossier("M4", 1));
        assertThatThrownBy(() -> store.engine().appendEvents(dossier("M4", 1))).isInstanceOf(OutOfSequence.class);
        assertThat(counted.groups()).containsExactly(1);
        assertThat(counted.nanos()).hasSize(1);
    }

    @Test
    void how_large_the_store_is_is_told_as_the_database_says() throws Exception {
        long empty = store.bytes();
        store.engine().appendEvents(dossier("M5", 200));
        assertThat(store.bytes())
                .isGreaterThan(empty)
                .isEqualTo(number(
                        database,
                        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                                + " WHERE relnamespace = 'store'::regnamespace AND relname IN ('event', 'free_text')"));
        store.close();
        assertThatThrownBy(store::bytes).isInstanceOf(StoreUnavailable.class);
    }
}
