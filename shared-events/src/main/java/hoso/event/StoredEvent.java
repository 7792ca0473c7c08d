package hoso.event;

import java.time.Instant;

/**
 * An accepted event in its place of the one global order.
 *
 * @param position dense, from 1, never reused
 * @param recordedAt when it was written; never less than that of the position before
 */
public record StoredEvent(long position, Instant recordedAt, AcceptedEvent event) {}
