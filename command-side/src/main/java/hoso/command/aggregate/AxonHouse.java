package hoso.command.aggregate;

import hoso.command.store.EventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;

/** Puts Axon's parts together by hand: what it would find by itself is made for other needs. */
public final class AxonHouse {

    /** Some 2 KB each: a province's dossiers in work, in a heap of 1 GB. */
    private static final int CACHED_STREAMS = 100_000;

    private AxonHouse() {}

    /** A command bus that judges chunks against a store. */
    public static CommandBus on(EventStore store) {
        Cache cache = store.aggregateCache(CACHED_STREAMS);
        Repository<StreamAggregate> repository = repository(store, cache);
        // a Spring transaction would hold a connection for each command that waits for its commit
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.subscribe(JudgeChunk.class.getName(), new ChunkHandler(repository, cache, store));
        return bus;
    }

    private static Repository<StreamAggregate> repository(EventStore store, Cache cache) {
        EmbeddedEventStore events =
                EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        EventSourcingRepository.Builder<StreamAggregate> builder =
                EventSourcingRepository.builder(StreamAggregate.class);
        return builder.eventStore(events).cache(cache).build();
    }
}
