package hoso.query.feed;

import hoso.event.Stream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Accepted events in one order, which the books are made from: dense from position 1, but for positions that the store has
 * declared as lost.
 */
public interface EventLog {

    /** Events after a position, in order. */
    List<LoggedEvent> after(long position, int limit);

    /** The newest position; 0 where there is no event. */
    long head();

    /** How many positions of a range, both ends within, were declared as lost: there is no event, and never will be. */
    default long lost(long first, long last) {
        return 0;
    }

    /** When a position was recorded; of a lost one, when the last before it was; empty where there is no such position. */
    Optional<Instant> recordedAt(long position);

    /** The last position recorded at or before an instant; 0 where there is none. */
    long lastRecordedBy(Instant instant);

    /** The events of a stream up to a position, in order. */
    default List<LoggedEvent> stream(Stream stream, long position) {
        return streams(List.of(stream), position).getOrDefault(stream.name(), List.of());
    }

    /** The events of some streams up to a position, each stream in order; those that have none are left out. */
    Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position);

    /** The names of those of some streams that have an event up to a position. */
    Set<String> known(Collection<Stream> streams, long position);

    /**
     * Every event up to a position: those of each stream together and in their order, the streams in any. Nothing is kept
     * of it, however long the log is. Where origins are rolled up, an event says its position in its own origin.
     *
     * @param each what it throws ends the reading
     */
    void byStream(long position, Consumer<LoggedEvent> each);

    /** The reference events up to a position, in order, without the first so many. */
    List<LoggedEvent> reference(int without, long position);

    /** What keeps it from going on until somebody mends it, each in one sentence. */
    default List<String> troubles(Instant now) {
        return List.of();
    }

    /** The free texts of a stream's events that are here and not erased: by position, then by the path in the data. */
    Map<Long, Map<String, String>> texts(Stream stream);
}
