package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.wire.StoredEventFormat;
import java.time.Instant;
import java.util.Arrays;

/**
 * One row of the log, not yet read.
 *
 * @param stream the name of the stream, as {@code d/H20.12-240221-0001}
 * @param row ends with the rest of the event, which is not copied out of it
 * @param restFrom where in the row the rest begins
 */
public record LoggedEvent(long position, String stream, Instant recordedAt, byte[] row, int restFrom) {

    /** What the leaf hash covers. */
    public byte[] bytes() {
        byte[] rest = Arrays.copyOfRange(row, restFrom, row.length);
        return StoredEventFormat.bytes(position, recordedAt, rest);
    }

    /** How many bytes it holds in memory, about. */
    int size() {
        return row.length;
    }

    public StoredEvent read() {
        return StoredEventFormat.read(bytes());
    }

    /** To be folded; what no folding looks at is left out. */
    public AcceptedEvent readToFold() {
        return StoredEventFormat.readToFold(Stream.named(stream), row, restFrom, row.length);
    }
}
