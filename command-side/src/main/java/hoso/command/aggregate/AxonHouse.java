package hoso.command.aggregate;

import hoso.command.store.EventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;

/**
 * Axon's parts, put together by hand: what it would find by itself is made for other needs.
 *
 * @param commands judges chunks against a store
 * @param cache of the aggregates it judges with
 */
record AxonHouse(CommandBus commands, Cache cache) {

    /**
     * A province's dossiers in work: 100,000 of the usual eight events, or fewer of more. At some 350 bytes each they take
     * 310 MB of the heap; bounded by dossiers alone, 100,000 of forty events took 1.4 GB.
     */
    static final long CACHED_EVENTS = 1_200_000;

    static AxonHouse on(EventStore store, long cachedEvents) {
        Cache cache = store.aggregateCache(cachedEvents);
        // a Spring transaction would hold a connection for each command that waits for its commit
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.subscribe(JudgeChunk.class.getName(), new ChunkHandler(repository(store, cache), cache, store));
        return new AxonHouse(bus, cache);
    }

    /** Without locks of its own: they are held for longer than a unit of work, see {@link StreamLocks}. */
    private static Repository<StreamAggregate> repository(EventStore store, Cache cache) {
        EmbeddedEventStore events =
                EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        EventSourcingRepository.Builder<StreamAggregate> builder =
                EventSourcingRepository.builder(StreamAggregate.class);
        return builder.eventStore(events)
                .cache(cache)
                .lockFactory(NullLockFactory.INSTANCE)
                .build();
    }
}
