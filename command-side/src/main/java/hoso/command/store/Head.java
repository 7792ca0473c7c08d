package hoso.command.store;

import java.time.Instant;

/**
 * The end of the log.
 *
 * @param position of the last event, 0 for none
 * @param recordedAt of the last event
 * @param newestReference position of the last reference event, 0 for none
 */
record Head(long position, Instant recordedAt, long newestReference) {

    static final Head EMPTY = new Head(0, Instant.EPOCH, 0);
}
