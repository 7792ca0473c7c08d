package hoso.command.publish;

import hoso.event.wire.LostPositions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** From one beginning to the next failure: reads ahead, sends, and moves the place behind what was acknowledged. */
final class Publication implements AutoCloseable {

    /** The store is looked at, and PostgreSQL hears of us, however quiet it is. */
    private static final long POLL_MS = 1_000;

    /**
     * What comes singly is gathered for so long: each look costs a SELECT, each partition that gets something a flush of the
     * broker. Half of it is what an event waits on average, of the second that it may.
     */
    private static final long GATHER_MS = 250;

    private final PublisherSession session;
    private final PublishedPlaces places;
    private final EventSender sender;
    private final AtomicBoolean news;
    private final long holder;
    private final long[] offsets;
    private PublishedPlace place;
    private PublishedPlace read;
    private long readAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(POLL_MS);
    private boolean more = true;
    private LostPositions lost;

    /** What had been read when the end of the store was seen last. */
    private long endSeen = Long.MAX_VALUE;

    /**
     * @param kept the place, taken over, and compared up to the offsets
     * @param news set when something was stored
     * @param lost positions that the store has declared as lost
     */
    Publication(
            PublisherSession session,
            PublishedPlaces places,
            EventSender sender,
            AtomicBoolean news,
            Kept kept,
            long[] offsets,
            LostPositions lost) {
        this.session = session;
        this.places = places;
        this.sender = sender;
        this.news = news;
        this.holder = kept.holder();
        this.offsets = offsets.clone();
        this.lost = lost;
        this.place = kept.place();
        this.read = kept.place();
    }

    /** Does what there is to do; answers for how many milliseconds there is nothing more, unless something is heard. */
    long turn() throws SQLException, ExecutionException {
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - readAt);
        if (sender.hasRoom() && (more || sinceMs >= (news.get() ? GATHER_MS : POLL_MS))) {
            readAndSend();
            sinceMs = 0;
        } else if (sinceMs >= POLL_MS) session.ping();
        settle();
        if (more) return sender.hasRoom() ? 0 : POLL_MS;
        return Math.max(1, (news.get() ? GATHER_MS : POLL_MS) - sinceMs);
    }

    private void readAndSend() throws SQLException {
        news.set(false);
        readAt = System.nanoTime();
        List<TailedEvent> events = StoreTail.after(connection(), read.position());
        more = events.size() == StoreTail.ROWS_MAX;
        if (!events.isEmpty()) {
            if (isBehindGap(events)) lost = StoreTail.lost(connection());
            sender.send(events, lost);
            read = events.getLast().place();
        }
        if (!more) endSeen = read.position();
    }

    /** Something may have been declared as lost since this began. */
    private boolean isBehindGap(List<TailedEvent> events) {
        return events.getLast().position() - read.position() > events.size();
    }

    /** Moves the place behind the newest chunk that was acknowledged with all before it. */
    void settle() throws SQLException, ExecutionException {
        PublishedPlace reached = place;
        for (var chunk = sender.acknowledged(); chunk.isPresent(); chunk = sender.acknowledged())
            reached = reached(chunk);
        if (reached.equals(place)) return;
        places.move(connection(), holder, place, reached, offsets);
        place = reached;
    }

    private PublishedPlace reached(Optional<SentChunk> acknowledged) {
        SentChunk chunk = acknowledged.orElseThrow();
        long[] after = chunk.offsets();
        for (int partition = 0; partition < after.length; partition++) {
            if (after[partition] == 0) continue;
            // a topic that was made anew under our hands; whoever begins anew finds that out
            if (after[partition] <= offsets[partition]) throw new TakenOver();
            offsets[partition] = after[partition];
        }
        return chunk.end();
    }

    private Connection connection() {
        return session.connection();
    }

    /** Up to where every event is on the topic. */
    long position() {
        return place.position();
    }

    /** Whether all that the store had when its end was seen last is on the topic. */
    boolean isDrained() {
        return place.position() >= endSeen;
    }

    /** Whether all that was sent was acknowledged. */
    boolean isIdle() {
        return sender.isIdle();
    }

    @Override
    public void close() {
        sender.close();
    }
}
