package hoso.query.feed;

import hoso.event.StoredEvent;
import hoso.event.wire.StoredEventFormat;

/**
 * One row of the log, not yet read.
 *
 * @param stream the name of the stream, as {@code d/H20.12-240221-0001}
 * @param bytes what the leaf hash covers
 */
public record LoggedEvent(long position, String stream, byte[] bytes) {

    public StoredEvent read() {
        return StoredEventFormat.read(bytes);
    }

    /** To be folded; data and hash of the statement are left out. */
    public StoredEvent readToFold() {
        return StoredEventFormat.readToFold(bytes);
    }
}
