package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import java.time.Instant;

/** One event of a log, not yet read. */
public interface LoggedEvent {

    /** In the log, dense from 1. */
    long position();

    /** The name of the stream, as {@code d/H20.12-240221-0001}. */
    String stream();

    /** When it was taken into the log; never less than that of the position before. */
    Instant recordedAt();

    /** What its leaf hash covers: the event as the store that it was accepted by wrote it. */
    byte[] bytes();

    /** Whether its bytes still have the leaf hash that was kept with them, as far as one was. */
    default boolean isIntact() {
        return true;
    }

    /** How many bytes it holds in memory, about. */
    int size();

    StoredEvent read();

    /** To be folded; what no folding looks at is left out. */
    AcceptedEvent readToFold();
}
