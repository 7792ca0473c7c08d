package hoso.query.snapshot.restatement;

import hoso.query.books.PostingReader;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.report.Cuts;
import hoso.query.report.figure.Cell;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Finds the events of a stretch that moved figures of a report: by how much stands in the journal, what they are in the log. */
final class MovingEvents {

    /** Events whose postings are in memory at once: some tens of megabytes. */
    private static final int EVENTS_AT_ONCE = 16_384;

    /** Events of one reading of the log. */
    private static final int READ_AT_ONCE = 512;

    private final PostingReader postings;
    private final EventLog log;

    MovingEvents(PostingReader postings, EventLog log) {
        this.postings = postings;
        this.log = log;
    }

    /**
     * The figures that are looked at.
     *
     * @param groups by the tree of now
     */
    record Figures(Groups groups, List<Cell> cells, Cuts cuts) {}

    /** Takes an event with the figures that it moved, and by how much. */
    @FunctionalInterface
    interface Sink {
        void moved(LoggedEvent event, Map<CellKey, Long> differences);
    }

    /** See {@link PostingReader#generation}. */
    int generation() {
        return postings.generation();
    }

    /** Those after a position, in order; what the journal has and the log lacks is left out. */
    void between(long after, long upTo, Figures figures, Sink sink) {
        for (long from = after; from < upTo; from += EVENTS_AT_ONCE) {
            var posted = new Moves(figures);
            postings.between(from, Math.min(from + EVENTS_AT_ONCE, upTo), posted::line);
            read(posted.moved(), sink);
        }
    }

    /** Reads those that moved something: each by itself where they are few, else with those between them. */
    private void read(SortedMap<Long, Map<CellKey, Long>> moved, Sink sink) {
        SortedMap<Long, Map<CellKey, Long>> left = moved;
        while (!left.isEmpty()) {
            List<LoggedEvent> events = log.after(left.firstKey() - 1, span(left));
            if (events.isEmpty()) return;
            for (LoggedEvent event : events) {
                Map<CellKey, Long> differences = left.get(event.position());
                if (differences != null) sink.moved(event, differences);
            }
            left = left.tailMap(events.getLast().position() + 1);
        }
    }

    /** As far as one in eight has moved something. */
    private static int span(SortedMap<Long, Map<CellKey, Long>> moved) {
        long first = moved.firstKey();
        int span = 1;
        int seen = 0;
        for (long position : moved.keySet()) {
            seen++;
            if (position - first >= 8L * seen || position - first >= READ_AT_ONCE) break;
            span = (int) (position - first + 1);
        }
        return span;
    }
}
