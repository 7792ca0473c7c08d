package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Units, procedures and calendars as they had been published by any position, folded from the log and remembered. */
public final class ReferenceBook {

    /** What was known at this many positions is kept: those of the questions being asked now, and of some older ones. */
    private static final int REMEMBERED_MAX = 16;

    private final EventLog log;
    private final Function<Map<String, ReferenceRegister>, ReferenceRegister> whole;

    /** By the position they are complete to. */
    private final NavigableMap<Long, Known> remembered;

    /**
     * What had been published.
     *
     * @param byStream of each stream of reference events by itself, by its {@linkplain hoso.event.Stream#subject subject}
     * @param whole all of it in one
     */
    public record Published(Map<String, ReferenceRegister> byStream, ReferenceRegister whole) {}

    /**
     * @param counts of the events of each stream
     */
    private record Known(Published published, Map<String, Integer> counts, int events) {}

    /**
     * @param whole makes one of the registers of some streams
     */
    public ReferenceBook(EventLog log, Function<Map<String, ReferenceRegister>, ReferenceRegister> whole) {
        this.log = log;
        this.whole = whole;
        var nothing = new Known(new Published(Map.of(), whole.apply(Map.of())), Map.of(), 0);
        this.remembered = new TreeMap<>(Map.of(0L, nothing));
    }

    /** Of a log that has one stream of reference events. */
    public static ReferenceBook ofOneStream(EventLog log) {
        return new ReferenceBook(log, byStream -> byStream.getOrDefault("", ReferenceRegister.EMPTY));
    }

    /**
     * What had been published at or before a position. Nobody waits here while another one reads the log.
     *
     * @throws SickReference where an event of it cannot be folded: half of it must answer nothing
     */
    public Published asOf(long position) {
        Map.Entry<Long, Known> nearest = nearest(position);
        if (nearest.getKey() == position) return nearest.getValue().published();
        Known known = after(nearest.getValue(), position);
        remember(nearest, position, known);
        return known.published();
    }

    private Known after(Known before, long position) {
        var events = log.reference(before.events(), position);
        if (events.isEmpty()) return before;
        Map<String, ReferenceRegister> byStream =
                new HashMap<>(before.published().byStream());
        Map<String, Integer> counts = new HashMap<>(before.counts());
        for (LoggedEvent logged : events) take(logged, byStream, counts);
        var published = new Published(Map.copyOf(byStream), whole.apply(byStream));
        return new Known(published, Map.copyOf(counts), before.events() + events.size());
    }

    private static void take(LoggedEvent logged, Map<String, ReferenceRegister> byStream, Map<String, Integer> counts) {
        try {
            AcceptedEvent event = logged.readToFold();
            String stream = event.stream().subject();
            int count = counts.merge(stream, 1, Integer::sum) - 1;
            if (event.sequence() != count)
                throw new IllegalStateException("event " + event.sequence() + " follows " + count + " events");
            ReferenceRegister register = byStream.getOrDefault(stream, ReferenceRegister.EMPTY);
            byStream.put(stream, register.with(event.subject(), (ReferenceFact) event.fact()));
        } catch (RuntimeException sick) {
            throw new SickReference(logged.position(), sick);
        }
    }

    private synchronized Map.Entry<Long, Known> nearest(long position) {
        return remembered.floorEntry(position);
    }

    /** Where nothing was published in between, the one for the newer position is enough. */
    private synchronized void remember(Map.Entry<Long, Known> nearest, long position, Known known) {
        remembered.put(position, known);
        boolean superseded = nearest.getValue().events() == known.events() && nearest.getKey() != 0;
        if (superseded) remembered.remove(nearest.getKey());
        else if (remembered.size() > REMEMBERED_MAX) remembered.remove(remembered.higherKey(0L));
    }
}
