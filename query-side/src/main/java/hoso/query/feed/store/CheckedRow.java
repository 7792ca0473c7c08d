package hoso.query.feed.store;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.wire.Digests;
import hoso.query.feed.LoggedEvent;
import java.time.Instant;
import java.util.Arrays;

/**
 * One row of the store with the leaf that was kept beside it.
 *
 * @param event as the row now has it
 * @param leaf the leaf hash of RFC 6962 that its writer stored
 */
record CheckedRow(StoredRow event, byte[] leaf) implements LoggedEvent {

    private static final int LEAF_BYTES = 32;

    /**
     * @param row ends with the leaf and the rest of the event
     * @param from where the leaf begins
     */
    static CheckedRow of(long position, String stream, Instant recordedAt, byte[] row, int from) {
        int restFrom = from + LEAF_BYTES;
        return new CheckedRow(
                new StoredRow(position, stream, recordedAt, row, restFrom), Arrays.copyOfRange(row, from, restFrom));
    }

    @Override
    public boolean isIntact() {
        return Arrays.equals(leaf, Digests.leaf(event.bytes()));
    }

    @Override
    public long position() {
        return event.position();
    }

    @Override
    public String stream() {
        return event.stream();
    }

    @Override
    public Instant recordedAt() {
        return event.recordedAt();
    }

    @Override
    public byte[] bytes() {
        return event.bytes();
    }

    @Override
    public int size() {
        return event.size();
    }

    @Override
    public StoredEvent read() {
        return event.read();
    }

    @Override
    public AcceptedEvent readToFold() {
        return event.readToFold();
    }
}
