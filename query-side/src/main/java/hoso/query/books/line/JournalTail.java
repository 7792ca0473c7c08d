package hoso.query.books.line;

import hoso.query.books.slot.BookState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of the journal that is not folded yet, kept in memory: every question adds it up. Positions of one generation
 * never change, so it is only ever read on.
 */
public final class JournalTail {

    /** What is read on at once is copied into the last chunk up to so many events: some 60 kB. */
    private static final int CHUNK_EVENTS = 512;

    private int generation;
    private long end;
    private List<Chunk> chunks = List.of();

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

    private synchronized List<Chunk> chunks(Connection connection, BookState state) throws SQLException {
        boolean older = generation == state.generation() && state.folded() < first();
        if (older) return readOn(connection, state, List.of(), state.folded(), state.position());
        if (generation != state.generation() || end < state.folded()) {
            generation = state.generation();
            end = state.folded();
            chunks = List.of();
        }
        if (end >= state.position()) return chunks;
        List<Chunk> unfolded =
                chunks.stream().filter(chunk -> chunk.last() > state.folded()).toList();
        chunks = readOn(connection, state, unfolded, end, state.position());
        end = state.position();
        return chunks;
    }

    private long first() {
        return chunks.isEmpty() ? end : chunks.getFirst().first() - 1;
    }

    /** A last chunk that is not full is made anew, so that who reads it now is not disturbed. */
    private static List<Chunk> readOn(Connection connection, BookState state, List<Chunk> before, long after, long upTo)
            throws SQLException {
        List<Chunk> longer = new ArrayList<>(before);
        var growing = new Growing(longer, after);
        if (!longer.isEmpty() && longer.getLast().ends().length < CHUNK_EVENTS) growing.goOnWith(longer.removeLast());
        Journal.read(connection, state.slot(), after, upTo, growing);
        growing.end();
        return List.copyOf(longer);
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
