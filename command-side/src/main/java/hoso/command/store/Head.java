package hoso.command.store;

import java.time.Instant;

/**
 * The end of the log.
 *
 * @param position of the last event, 0 for none
 * @param recordedAt of the last event
 * @param newestReference position of the last reference event, 0 for none
 * @param lostTo the last position that is declared as lost; 0 for none. The next event comes after it
 */
record Head(long position, Instant recordedAt, long newestReference, long lostTo) {

    /** Of a store that has nothing and has lost nothing. */
    static final Head EMPTY = new Head(0, Instant.EPOCH, 0, 0);
}
