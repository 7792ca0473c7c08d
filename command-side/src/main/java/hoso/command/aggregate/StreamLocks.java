package hoso.command.aggregate;

import hoso.command.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One thread at a time judges a stream, and those who wait for it come in their turn. A thread may hold a stream more than
 * once.
 */
final class StreamLocks {

    /** Who holds a stream waits for the store, to read and to write, which answers or gives up in some 20 s each. */
    private static final long WAIT_MAX_S = 60;

    private static final class StreamLock {
        private final ReentrantLock lock = new ReentrantLock(true);

        /** Who holds it or waits for it; changed within the map alone. */
        private int users;
    }

    private final Map<String, StreamLock> locks = new ConcurrentHashMap<>();

    /** Streams that are held until this is closed, by the thread that obtained it. */
    final class Held implements AutoCloseable {

        private final Deque<String> streams = new ArrayDeque<>();

        private void add(String stream) {
            streams.push(stream);
        }

        @Override
        public void close() {
            while (!streams.isEmpty()) leave(streams.pop(), true);
        }
    }

    /**
     * Waits for each in turn: in the one order of their names, since threads that waited in different orders would wait
     * for each other. A thread that holds some already is to come by {@link #tryObtain}.
     *
     * @throws StoreUnavailable where they are held for too long
     */
    Held obtain(SortedSet<String> streams) {
        var held = new Held();
        for (String stream : streams) {
            if (awaited(enter(stream))) held.add(stream);
            else {
                leave(stream, false);
                held.close();
                throw new StoreUnavailable(
                        Thread.currentThread().isInterrupted()
                                ? "the program ends"
                                : "others have been judging " + stream + " for too long");
            }
        }
        return held;
    }

    /** All of them, or empty where another thread holds one, or waits for one that this thread holds. */
    Optional<Held> tryObtain(SortedSet<String> streams) {
        var held = new Held();
        for (String stream : streams) {
            ReentrantLock lock = enter(stream);
            if (!lock.hasQueuedThreads() && lock.tryLock()) held.add(stream);
            else {
                leave(stream, false);
                held.close();
                return Optional.empty();
            }
        }
        return Optional.of(held);
    }

    /** How many streams are held or waited for. */
    int size() {
        return locks.size();
    }

    private static boolean awaited(ReentrantLock lock) {
        try {
            return lock.tryLock(WAIT_MAX_S, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ReentrantLock enter(String stream) {
        return locks.compute(stream, (name, present) -> {
                    StreamLock entered = present == null ? new StreamLock() : present;
                    entered.users++;
                    return entered;
                })
                .lock;
    }

    private void leave(String stream, boolean holding) {
        locks.computeIfPresent(stream, (name, left) -> {
            if (holding) left.lock.unlock();
            return --left.users == 0 ? null : left;
        });
    }
}
