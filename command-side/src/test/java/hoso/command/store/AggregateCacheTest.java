package hoso.command.store;

import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.AcceptedEvent;
import hoso.testkit.database.TestDatabase;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache under Axon's own repository. */
class AggregateCacheTest {

    /** A dossier that only counts its events. */
    static class Counter {

        @AggregateIdentifier
        private String id;

        private int events;

        Counter() {}

        @EventSourcingHandler
        void on(AcceptedEvent event) {
            id = event.stream().name();
            events++;
        }
    }

    private TestDatabase database;
    private EventStore store;
    private AggregateCache cache;
    private Repository<Counter> repository;

    @BeforeEach
    void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
        cache = store.aggregateCache(100);
        repository = EventSourcingRepository.builder(Counter.class)
                .eventStore(EmbeddedEventStore.builder()
                        .storageEngine(store.engine())
                        .build())
                .cache(cache)
                .build();
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void a_cached_aggregate_is_not_read_from_the_database_again() throws Exception {
        add("D1", 0);
        add("D1", 1);
        StoreFixture.execute(database, "ALTER TABLE store.event RENAME TO hidden");
        assertThat(eventsOf("D1")).isEqualTo(2);
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void a_refused_append_leaves_no_event_in_the_cache() throws Exception {
        add("D2", 0);
        assertThatThrownBy(() -> add("D2", 2)).hasStackTraceContaining("not that of");
        assertThat(cache.containsKey("d/D2")).isFalse();
        assertThat(eventsOf("D2")).isEqualTo(1);
        add("D2", 1);
    }

    @Test
    void an_error_in_the_append_leaves_no_event_in_the_cache() throws Exception {
        add("D3", 0);
        assertThatThrownBy(() -> inUnitOfWork(() -> apply(notified("D3", 1), new Object() {
                    @Override
                    public String toString() {
                        throw new StackOverflowError("when it is named in a message");
                    }
                })))
                .hasStackTraceContaining("StackOverflowError");
        assertThat(cache.containsKey("d/D3")).isFalse();
        assertThat(eventsOf("D3")).isEqualTo(1);
        add("D3", 1);
        assertThat(eventsOf("D3")).isEqualTo(2);
    }

    @Test
    void what_was_loaded_in_an_earlier_tenure_is_neither_given_nor_kept_nor_appended_to() throws Exception {
        add("D4", 0);
        assertThat(cache.containsKey("d/D4")).isTrue();
        var slow = DefaultUnitOfWork.startAndGet(null);
        repository.load("d/D4").execute(counter -> {});
        long tenure = store.tenure();

        StoreFixture.execute(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hoso writer'"
                        + " AND datname = current_database()");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        while (store.tenure() <= tenure && System.nanoTime() < end) Thread.sleep(10);
        StoreFixture.execute(database, """
                INSERT INTO store.event SELECT 2, recorded_at, 1, stream, leaf, rest FROM store.event""");

        assertThatThrownBy(() -> store.confirmFence()).isInstanceOf(StoreUnavailable.class);
        slow.commit();
        assertThat(cache.containsKey("d/D4")).isFalse();
        assertThat(eventsOf("D4")).as("another instance's event").isEqualTo(2);
    }

    @Test
    void holds_no_more_than_it_may() throws Exception {
        for (int index = 0; index < 300; index++) add("E" + index, 0);
        assertThat(cache.size()).isLessThanOrEqualTo(20);
    }

    @Test
    void holds_the_fewer_aggregates_the_more_events_they_have() throws Exception {
        for (int sequence = 0; sequence < 40; sequence++)
            for (int index = 0; index < 3; index++) add("F" + index, sequence);
        assertThat(cache.size()).isLessThanOrEqualTo(2);
        assertThat(eventsOf("F0")).isEqualTo(40);

        for (int sequence = 0; sequence < 120; sequence++) add("G", sequence);
        assertThat(cache.containsKey("d/G")).as("larger than all there may be").isFalse();
    }

    private void add(String dossier, int sequence) throws Exception {
        inUnitOfWork(() -> apply(notified(dossier, sequence), new AppendContext(0, Map.of(), new Placed())));
    }

    private void apply(AcceptedEvent event, Object context) throws Exception {
        repository
                .loadOrCreate(event.stream().name(), Counter::new)
                .execute(counter -> AggregateLifecycle.apply(event, MetaData.with(AppendContext.KEY, context)));
    }

    private int eventsOf(String dossier) throws Exception {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        int events = repository.load("d/" + dossier).invoke(counter -> counter.events);
        unitOfWork.commit(); // rolled back, it would leave the cache
        return events;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void inUnitOfWork(Work work) throws Exception {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            work.run();
        } catch (Throwable failure) {
            unitOfWork.rollback(failure);
            throw failure;
        }
        unitOfWork.commit();
    }
}
