package hoso.command.aggregate;

import hoso.command.store.EventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;

/** Puts Axon's parts together by hand: what it would find by itself is made for other needs. */
public final class AxonHouse {

    /**
     * A province's dossiers in work: 100,000 of the usual eight events, or fewer of more. At some 350 bytes each they take
     * 310 MB of a heap of 1 GB; bounded by dossiers alone, 100,000 of forty events took 1.4 GB.
     */
    private static final long CACHED_EVENTS = 1_200_000;

    private AxonHouse() {}

    /** A command bus that judges chunks against a store. */
    public static CommandBus on(EventStore store) {
        Cache cache = store.aggregateCache(CACHED_EVENTS);
        LockFactory locks = PessimisticLockFactory.usingDefaults();
        Repository<StreamAggregate> repository = repository(store, cache, locks);
        // a Spring transaction would hold a connection for each command that waits for its commit
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.subscribe(JudgeChunk.class.getName(), new ChunkHandler(repository, cache, locks, store));
        return bus;
    }

    private static Repository<StreamAggregate> repository(EventStore store, Cache cache, LockFactory locks) {
        EmbeddedEventStore events =
                EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        EventSourcingRepository.Builder<StreamAggregate> builder =
                EventSourcingRepository.builder(StreamAggregate.class);
        return builder.eventStore(events).cache(cache).lockFactory(locks).build();
    }
}
