package hoso.command.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries by when they were used last: the newest half of so much at least, never much more than all. Whoever uses a key
 * holds its lock, so that no two threads change one entry at a time.
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

        long put(Object key, Weighed entry) {
            Weighed before = entries.put(key, entry);
            return weight.addAndGet(entry.weight() - (before == null ? 0 : before.weight()));
        }

        boolean remove(Object key) {
            Weighed removed = entries.remove(key);
            if (removed != null) weight.addAndGet(-removed.weight());
            return removed != null;
        }
    }

    /** Used again, an earlier entry becomes a recent one; when these weigh half of what all may, they become the earlier. */
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

    @Nullable Object get(Object key) {
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
        return now.recent().entries().containsKey(key) || now.earlier().entries().containsKey(key);
    }

    void put(Object key, Object value) {
        put(key, new Weighed(value, weigher.applyAsInt(value)));
    }

    private void put(Object key, Weighed entry) {
        var recent = halves.recent();
        if (recent.put(key, entry) >= half) age(recent);
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
