package hoso.query.feed;

import hoso.event.Stream;
import hoso.event.wire.Digests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the log batch by batch: whatever waits, up to a bound, checked and read. */
public final class Feed {

    /** Rows of one COPY, four of which make a full batch: together some 32 MiB where events have 64 KiB each. */
    private static final int ROWS_PER_COPY = 513;

    /** Of a batch, whatever the number of its events, but for those of its last COPY: some batches are read ahead. */
    private static final long BATCH_BYTES_MAX = 16L << 20;

    private final EventLog log;

    public Feed(EventLog log) {
        this.log = log;
    }

    /**
     * The events after a place, at most so many; empty where none waits. A batch ends where positions were lost, and the one
     * after them is a single event: so none ends beyond a position that is so many events away.
     *
     * @throws LogNotAsRead where the log does not have the leaf of the place, or lacks a position
     */
    public Batch after(Place place, int eventsMax) {
        List<LoggedEvent> rows = new ArrayList<>();
        boolean more = read(place, eventsMax, rows);
        if (place.position() > 0) rows = afterFirst(rows, place);
        if (rows.isEmpty()) return new Batch(place, List.of(), more);
        LoggedEvent last = rows.getLast();
        List<FedEvent> events = rows.parallelStream().map(Feed::read).toList();
        return new Batch(new Place(last.position(), Digests.leaf(last.bytes())), events, more);
    }

    /**
     * Begins at the place itself, so that its leaf is compared every time. Answers whether more is likely to wait: a bound
     * was reached before the end of the log was.
     */
    private boolean read(Place place, int eventsMax, List<LoggedEvent> rows) {
        long read = Math.max(place.position() - 1, 0);
        int rowsMax = place.position() == 0 ? eventsMax : eventsMax + 1;
        long bytes = 0;
        boolean waiting = true;
        while (waiting && rows.size() < rowsMax && bytes < BATCH_BYTES_MAX) {
            int wanted = Math.min(ROWS_PER_COPY, rowsMax - rows.size());
            List<LoggedEvent> more = log.after(read, wanted);
            for (LoggedEvent row : more) {
                if (row.position() != ++read) {
                    checkLost(read, row.position() - 1);
                    if (isAtPlace(rows, place)) rows.add(row);
                    return true;
                }
                bytes += row.size();
                rows.add(row);
            }
            waiting = more.size() == wanted;
        }
        return waiting;
    }

    private void checkLost(long first, long last) {
        if (log.lost(first, last) < last - first + 1) throw new LogNotAsRead("the log lacks position " + first);
    }

    /** Whether nothing was read yet but the event at the place itself. */
    private static boolean isAtPlace(List<LoggedEvent> rows, Place place) {
        return rows.isEmpty() || rows.getLast().position() == place.position();
    }

    private static List<LoggedEvent> afterFirst(List<LoggedEvent> rows, Place place) {
        if (rows.isEmpty() || !Arrays.equals(Digests.leaf(rows.getFirst().bytes()), place.leaf()))
            throw new LogNotAsRead("the log no longer has the leaf at " + place);
        return rows.subList(1, rows.size());
    }

    private static FedEvent read(LoggedEvent row) {
        try {
            return new FedEvent.Readable(row.position(), row.recordedAt(), row.readToFold());
        } catch (RuntimeException unreadable) {
            return new FedEvent.Unreadable(row.position(), Stream.named(row.stream()), unreadable);
        }
    }
}
