package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.ReferenceFact;
import hoso.event.Stream;
import hoso.event.history.ReferenceRegister;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Units, procedures and calendars as they had been published by any position, folded from the log and remembered. */
public final class ReferenceBook {

    /** Registers kept: those of the questions being asked now, and of some older ones. */
    private static final int REMEMBERED_MAX = 16;

    private final EventLog log;

    /** By the position they are complete to. */
    private final NavigableMap<Long, Known> remembered =
            new TreeMap<>(Map.of(0L, new Known(ReferenceRegister.EMPTY, 0)));

    private record Known(ReferenceRegister register, int events) {}

    public ReferenceBook(EventLog log) {
        this.log = log;
    }

    /**
     * What had been published at or before a position. Nobody waits here while another one reads the log.
     *
     * @throws SickReference where an event of it cannot be folded: half of it must answer nothing
     */
    public ReferenceRegister asOf(long position) {
        Map.Entry<Long, Known> nearest = nearest(position);
        if (nearest.getKey() == position) return nearest.getValue().register();
        ReferenceRegister register = nearest.getValue().register();
        int events = nearest.getValue().events();
        for (LoggedEvent logged : log.stream(Stream.REFERENCE, events, position))
            register = after(register, events++, logged);
        remember(nearest, position, new Known(register, events));
        return register;
    }

    private static ReferenceRegister after(ReferenceRegister before, int events, LoggedEvent logged) {
        try {
            AcceptedEvent event = logged.readToFold();
            if (event.sequence() != events)
                throw new IllegalStateException("event " + event.sequence() + " follows " + events + " events");
            return before.with(event.subject(), (ReferenceFact) event.fact());
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
