package hoso.query.feed.store;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.wire.StoredEventFormat;
import hoso.query.feed.LoggedEvent;
import java.time.Instant;
import java.util.Arrays;

/**
 * One row of the store.
 *
 * @param row ends with the rest of the event, which is not copied out of it
 * @param restFrom where in the row the rest begins
 */
public record StoredRow(long position, String stream, Instant recordedAt, byte[] row, int restFrom)
        implements LoggedEvent {

    @Override
    public byte[] bytes() {
        byte[] rest = Arrays.copyOfRange(row, restFrom, row.length);
        return StoredEventFormat.bytes(position, recordedAt, rest);
    }

    @Override
    public int size() {
        return row.length;
    }

    @Override
    public StoredEvent read() {
        return StoredEventFormat.read(bytes());
    }

    @Override
    public AcceptedEvent readToFold() {
        return StoredEventFormat.readToFold(Stream.named(stream), row, restFrom, row.length);
    }
}
