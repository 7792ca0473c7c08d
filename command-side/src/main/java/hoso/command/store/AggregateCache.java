package hoso.command.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates in memory, the last used ones, of one tenure: while this instance writes nobody else does, so they are
 * right; what a unit of work loaded in an earlier tenure is neither given to others nor kept.
 */
public final class AggregateCache implements Cache {

    private record Generation(long tenure, RecentEntries entries) {}

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
        return generation.entries().size();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public <K, V> @Nullable V get(K key) {
        return (V) mine().get(key);
    }

    @Override
    public void put(Object key, Object value) {
        mine().put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        var entries = mine();
        if (entries.has(key)) return false;
        entries.put(key, value);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        var entries = mine();
        Object present = entries.get(key);
        if (present != null) return (T) present;
        T supplied = supplier.get();
        entries.put(key, supplied);
        return supplied;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        var entries = mine();
        Object present = entries.get(key);
        if (present != null) entries.put(key, update.apply((V) present));
    }

    @Override
    public boolean remove(Object key) {
        return generation.entries().remove(key);
    }

    @Override
    public void removeAll() {
        generation.entries().clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return mine().has(key);
    }

    /** Axon's repository listens to nothing; whoever would, is told nothing. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }

    /** The entries of the tenure that the current unit of work belongs to; some that nobody sees where that is over. */
    private RecentEntries mine() {
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
        return new Generation(number, new RecentEntries(eventsMax, AggregateCache::weight));
    }

    /** Of an entry, as of the last event that it knew when it was put: each event puts it anew. */
    private static int weight(Object value) {
        if (!(value instanceof AggregateCacheEntry<?> entry)) return WEIGHT_OF_A_STREAM;
        // it holds its aggregate, and makes it again only where it was serialised
        Long last = entry.recreateAggregate(null, null, null).version();
        return last == null ? WEIGHT_OF_A_STREAM : WEIGHT_OF_A_STREAM + 1 + last.intValue();
    }
}
