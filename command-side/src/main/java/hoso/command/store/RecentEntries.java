package hoso.command.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries by when they were used last: the newest up to half of so much at least, never more than all but for what is put
 * at the very same time. Whoever uses a key holds its lock, so that no two threads change one entry at a time.
 *
 * <p>Dossiers come, have their events within some weeks, and are not asked for again. A cache that counts how often an entry
 * was used (Caffeine's) keeps those that are closed and turns away those that just came: full, it read nearly every dossier
 * from the database again at each of its events.
 */
final class RecentEntries {

    /** A value with what it weighed when it was put: it may have grown since. */
    private record Weighed(Object value, int weight) {}

    private record Half(ConcurrentHashMap<Object, Weighed> entries, AtomicLong weight) {

        static Half empty() {
            return new Half(new ConcurrentHashMap<>(), new AtomicLong());
        }

        /** What all of it weighs with an entry in the place of the one before. */
        long weightWith(Object key, Weighed entry) {
            Weighed before = entries.get(key);
            return weight.get() + entry.weight() - (before == null ? 0 : before.weight());
        }

        void put(Object key, Weighed entry) {
            Weighed before = entries.put(key, entry);
            weight.addAndGet(entry.weight() - (before == null ? 0 : before.weight()));
        }

        boolean remove(Object key) {
            Weighed removed = entries.remove(key);
            if (removed != null) weight.addAndGet(-removed.weight());
            return removed != null;
        }
    }

    /** Used again, an earlier entry becomes a recent one; before these weigh more than half of what all may, they age. */
    private record Halves(Half recent, Half earlier) {}

    private final long half;
    private final ToIntFunction<Object> weigher;
    private volatile Halves halves = new Halves(Half.empty(), Half.empty());

    /**
     * @param most that all entries may weigh together
     * @param weigher of a value, when it is put
     */
    RecentEntries(long most, ToIntFunction<Object> weigher) {
        this.half = Math.max(1, most / 2);
        this.weigher = weigher;
    }

    @Nullable
    Object get(Object key) {
        var now = halves;
        Weighed recent = now.recent().entries().get(key);
        if (recent != null) return recent.value();
        Weighed earlier = now.earlier().entries().get(key);
        if (earlier == null) return null;
        put(key, earlier);
        return earlier.value();
    }

    boolean has(Object key) {
        var now = halves;
        return now.recent().entries().containsKey(key)
                || now.earlier().entries().containsKey(key);
    }

    void put(Object key, Object value) {
        put(key, new Weighed(value, weigher.applyAsInt(value)));
    }

    private void put(Object key, Weighed entry) {
        if (entry.weight() > half) {
            // it would turn out everything else
            remove(key);
            return;
        }
        var recent = halves.recent();
        if (recent.weightWith(key, entry) > half) age(recent);
        halves.recent().put(key, entry);
    }

    boolean remove(Object key) {
        var now = halves;
        boolean wasRecent = now.recent().remove(key);
        boolean wasEarlier = now.earlier().remove(key);
        return wasRecent || wasEarlier;
    }

    synchronized void clear() {
        halves = new Halves(Half.empty(), Half.empty());
    }

    /** About: what was used again counts twice. */
    long size() {
        var now = halves;
        return now.recent().entries().mappingCount() + now.earlier().entries().mappingCount();
    }

    @SuppressWarnings("ReferenceEquality") // another one may have made it the earlier half meanwhile
    private synchronized void age(Half full) {
        if (halves.recent() == full) halves = new Halves(Half.empty(), full);
    }
}
