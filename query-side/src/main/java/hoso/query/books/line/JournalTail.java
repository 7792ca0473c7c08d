package hoso.query.books.line;

import hoso.query.books.slot.BookState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The part of the journal that is not folded yet, kept in memory: every question adds it up. Positions of one generation
 * never change, so it is only ever read on.
 */
public final class JournalTail {

    /** What is read on at once is copied into the last chunk up to so many events: some 60 kB. */
    private static final int CHUNK_EVENTS = 512;

    /** Who lacks no more than so many events reads them on at once, beside others: some milliseconds. */
    private static final int FEW_EVENTS = 8_192;

    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(0, 0, List.of()));

    /** Held while many events are read on, so that not everybody reads and holds all of them. */
    private final ReentrantLock catchingUp = new ReentrantLock();

    /**
     * Some events in a row.
     *
     * @param ends where the lines of each event end
     */
    private record Chunk(long first, int[] ends, Lines lines) {

        long last() {
            return first + ends.length - 1;
        }

        void read(long after, long upTo, LineSink sink) {
            int from = after < first ? 0 : ends[(int) Math.min(after - first, ends.length - 1)];
            int to = upTo < first ? 0 : ends[(int) Math.min(upTo - first, ends.length - 1)];
            lines.each(from, to, sink);
        }
    }

    /**
     * The lines posted after the position up to which the books are folded.
     *
     * @param connection in the snapshot in which the books stand so
     */
    public void read(Connection connection, BookState state, long upTo, LineSink sink) throws SQLException {
        for (Chunk chunk : chunks(connection, state)) chunk.read(state.folded(), upTo, sink);
    }

    /** Nobody waits for what another one reads, unless both would read much. */
    private List<Chunk> chunks(Connection connection, BookState state) throws SQLException {
        Kept known = kept.get();
        if (known.covers(state)) return known.chunks();
        if (state.position() - known.before(state).end() <= FEW_EVENTS) return readOn(connection, state, known);
        catchingUp.lock();
        try {
            known = kept.get();
            return known.covers(state) ? known.chunks() : readOn(connection, state, known);
        } finally {
            catchingUp.unlock();
        }
    }

    private List<Chunk> readOn(Connection connection, BookState state, Kept known) throws SQLException {
        Kept before = known.before(state);
        List<Chunk> chunks = longer(connection, state, before);
        var longer = new Kept(state.generation(), state.position(), chunks);
        kept.accumulateAndGet(longer, (one, other) -> other.isAfter(one) ? other : one);
        return chunks;
    }

    /** A last chunk that is not full is made anew, so that who reads it now is not disturbed. */
    private static List<Chunk> longer(Connection connection, BookState state, Kept before) throws SQLException {
        List<Chunk> longer = new ArrayList<>(before.chunks());
        var growing = new Growing(longer, before.end());
        if (!longer.isEmpty() && longer.getLast().ends().length < CHUNK_EVENTS) growing.goOnWith(longer.removeLast());
        Journal.read(connection, state.slot(), before.end(), state.position(), growing);
        growing.end();
        return List.copyOf(longer);
    }

    /**
     * What has been read of one generation's journal, without a gap.
     *
     * @param end the position of its last event
     */
    private record Kept(int generation, long end, List<Chunk> chunks) {

        boolean covers(BookState state) {
            return holds(state.generation(), state.folded()) && end >= state.position();
        }

        /** What a state's tail begins with, as far as it is here; nothing where it begins before this or after it. */
        Kept before(BookState state) {
            if (!holds(state.generation(), state.folded()) || end < state.folded())
                return new Kept(state.generation(), state.folded(), List.of());
            List<Chunk> unfolded = chunks.stream()
                    .filter(chunk -> chunk.last() > state.folded())
                    .toList();
            return new Kept(generation, end, unfolded);
        }

        private boolean holds(int ofGeneration, long after) {
            long begin = chunks.isEmpty() ? end : chunks.getFirst().first() - 1;
            return generation == ofGeneration && begin <= after;
        }

        boolean isAfter(Kept other) {
            return generation > other.generation || (generation == other.generation && end > other.end);
        }
    }

    private static final class Growing implements Journal.Reader {

        private final List<Chunk> chunks;
        private long first;
        private int[] ends = new int[CHUNK_EVENTS];
        private int events;
        private Lines lines = new Lines(CHUNK_EVENTS);

        Growing(List<Chunk> chunks, long after) {
            this.chunks = chunks;
            this.first = after + 1;
        }

        void goOnWith(Chunk partial) {
            first = partial.first();
            events = partial.ends().length;
            System.arraycopy(partial.ends(), 0, ends, 0, events);
            partial.lines().each(lines);
        }

        @Override
        public void event(long position) {
            if (events == CHUNK_EVENTS) end();
            if (events == 0) first = position;
            ends[events] = events == 0 ? 0 : ends[events - 1];
            events++;
        }

        @Override
        public void line(long key, long micros, long amount) {
            lines.line(key, micros, amount);
            ends[events - 1] = lines.size();
        }

        void end() {
            if (events > 0) chunks.add(new Chunk(first, Arrays.copyOf(ends, events), lines));
            events = 0;
            lines = new Lines(CHUNK_EVENTS);
        }
    }
}
