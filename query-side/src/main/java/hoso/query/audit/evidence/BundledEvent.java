package hoso.query.audit.evidence;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.query.feed.LoggedEvent;
import java.time.Instant;

/**
 * An event of a bundle, which has no place but the one that it names itself: its own in the store that it was accepted by.
 *
 * @param bytes what its leaf hash covers; not to be changed
 * @param event that they say
 */
record BundledEvent(byte[] bytes, StoredEvent event) implements LoggedEvent {

    /** @throws RuntimeException where the bytes are no event */
    static BundledEvent read(byte[] bytes) {
        return new BundledEvent(bytes, StoredEventFormat.read(bytes));
    }

    byte[] leaf() {
        return Digests.leaf(bytes);
    }

    @Override
    public long position() {
        return event.position();
    }

    @Override
    public String stream() {
        return event.event().stream().name();
    }

    @Override
    public Instant recordedAt() {
        return event.recordedAt();
    }

    @Override
    public int size() {
        return bytes.length;
    }

    @Override
    public StoredEvent read() {
        return event;
    }

    @Override
    public AcceptedEvent readToFold() {
        return event.event();
    }
}
