package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** Units, procedures and calendars as they had been published by any position, folded from the log and remembered. */
public final class ReferenceBook {

    /** So many states of it are kept: what is asked about now, and what older reports were made with. */
    private static final int REMEMBERED_MAX = 16;

    private final EventLog log;
    private final Function<Map<String, ReferenceRegister>, ReferenceRegister> whole;

    /** By the position of the last event of each. */
    private final NavigableMap<Long, Known> remembered;

    /** The same positions but 0, the one asked for last at the end. */
    private final SequencedSet<Long> byUse = new LinkedHashSet<>();

    /**
     * What had been published.
     *
     * @param byStream of each stream of reference events by itself, by its {@linkplain hoso.event.Stream#subject subject}
     * @param whole all of it in one
     * @param rules the procedures and calendars among it, in the order of their positions
     */
    public record Published(
            Map<String, ReferenceRegister> byStream, ReferenceRegister whole, List<PublishedRule> rules) {}

    /**
     * One state of it.
     *
     * @param counts of the events of each stream
     * @param last the position of the last event
     * @param upTo a position up to which none follows
     */
    private record Known(Published published, Map<String, Integer> counts, int events, long last, long upTo) {

        Known upTo(long further) {
            return new Known(published, counts, events, last, Math.max(upTo, further));
        }
    }

    /**
     * @param whole makes one of the registers of some streams
     */
    public ReferenceBook(EventLog log, Function<Map<String, ReferenceRegister>, ReferenceRegister> whole) {
        this.log = log;
        this.whole = whole;
        var nothing = new Known(new Published(Map.of(), whole.apply(Map.of()), List.of()), Map.of(), 0, 0, 0);
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
        Known nearest = nearest(position);
        if (position <= nearest.upTo()) return nearest.published();
        Known known = after(nearest, position);
        remember(known);
        return known.published();
    }

    private Known after(Known before, long position) {
        var events = log.reference(before.events(), position);
        if (events.isEmpty()) return before.upTo(position);
        Map<String, ReferenceRegister> byStream =
                new HashMap<>(before.published().byStream());
        Map<String, Integer> counts = new HashMap<>(before.counts());
        List<PublishedRule> rules = new ArrayList<>(before.published().rules());
        for (LoggedEvent logged : events) take(logged, byStream, counts, rules);
        return new Known(
                new Published(Map.copyOf(byStream), whole.apply(byStream), List.copyOf(rules)),
                Map.copyOf(counts),
                before.events() + events.size(),
                events.getLast().position(),
                position);
    }

    private static void take(
            LoggedEvent logged,
            Map<String, ReferenceRegister> byStream,
            Map<String, Integer> counts,
            List<PublishedRule> rules) {
        try {
            AcceptedEvent event = logged.readToFold();
            String stream = event.stream().subject();
            int count = counts.merge(stream, 1, Integer::sum) - 1;
            if (event.sequence() != count)
                throw new IllegalStateException("event " + event.sequence() + " follows " + count + " events");
            ReferenceRegister register = byStream.getOrDefault(stream, ReferenceRegister.EMPTY);
            var fact = (ReferenceFact) event.fact();
            byStream.put(stream, register.with(event.subject(), fact));
            if (fact instanceof ReferenceFact.ProcedurePublished || fact instanceof ReferenceFact.CalendarPublished)
                rules.add(new PublishedRule(logged.position(), logged.recordedAt(), stream, event.subject(), fact));
        } catch (RuntimeException sick) {
            throw new SickReference(logged.position(), sick);
        }
    }

    private synchronized Known nearest(long position) {
        Map.Entry<Long, Known> nearest = remembered.floorEntry(position);
        use(nearest.getKey());
        return nearest.getValue();
    }

    private synchronized void remember(Known known) {
        remembered.merge(known.last(), known, (is, other) -> is.upTo(other.upTo()));
        use(known.last());
        if (byUse.size() > REMEMBERED_MAX) remembered.remove(byUse.removeFirst());
    }

    private void use(long last) {
        byUse.remove(last);
        if (last != 0) byUse.add(last);
    }
}
