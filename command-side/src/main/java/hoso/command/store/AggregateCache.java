package hoso.command.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates in memory, the most used ones, of one tenure: while this instance writes nobody else does, so they are
 * right; what a unit of work loaded in an earlier tenure is neither given to others nor kept.
 */
public final class AggregateCache implements Cache {

    private record Generation(long tenure, com.github.benmanes.caffeine.cache.Cache<Object, Object> entries) {}

    /** What a stream takes beside its events, in events: some 350 bytes each, with its key and what is believed of it. */
    private static final int WEIGHT_OF_A_STREAM = 4;

    private final long eventsMax;
    private final LongSupplier tenure;
    private final UnitOfWorkScope scope;
    private final ReentrantLock change = new ReentrantLock();
    private volatile Generation generation;

    /**
     * @param eventsMax of all aggregates together: a dossier may have ten events or two thousand
     */
    AggregateCache(long eventsMax, LongSupplier tenure, UnitOfWorkScope scope) {
        this.eventsMax = eventsMax;
        this.tenure = tenure;
        this.scope = scope;
        this.generation = generation(0);
    }

    /** How many aggregates it holds, about. */
    public long size() {
        generation.entries().cleanUp();
        return generation.entries().estimatedSize();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public <K, V> @Nullable V get(K key) {
        return (V) mine().getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        mine().put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return mine().asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) mine().get(key, absent -> supplier.get());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        mine().asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        return generation.entries().asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        generation.entries().invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return mine().asMap().containsKey(key);
    }

    /** Axon's repository listens to nothing; whoever would, is told nothing. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }

    /** The entries of the tenure that the current unit of work belongs to; some that nobody sees where that is over. */
    private com.github.benmanes.caffeine.cache.Cache<Object, Object> mine() {
        long own = scope.tenure();
        var kept = current();
        return own != 0 && own == kept.tenure()
                ? kept.entries()
                : generation(own).entries();
    }

    private Generation current() {
        long now = tenure.getAsLong();
        var kept = generation;
        if (now <= kept.tenure()) return kept;
        change.lock();
        try {
            if (now > generation.tenure()) generation = generation(now);
            return generation;
        } finally {
            change.unlock();
        }
    }

    private Generation generation(long number) {
        return new Generation(
                number,
                Caffeine.newBuilder()
                        .maximumWeight(eventsMax)
                        .weigher(AggregateCache::weight)
                        .build());
    }

    /** Of an entry, as of the last event that it knew when it was put: each event puts it anew. */
    private static int weight(Object key, Object value) {
        if (!(value instanceof AggregateCacheEntry<?> entry)) return WEIGHT_OF_A_STREAM;
        // it holds its aggregate, and makes it again only where it was serialised
        Long last = entry.recreateAggregate(null, null, null).version();
        return last == null ? WEIGHT_OF_A_STREAM : WEIGHT_OF_A_STREAM + 1 + last.intValue();
    }
}
