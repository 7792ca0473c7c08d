package hoso.command.redecision;

import hoso.command.judgement.Reference;
import hoso.event.ReferenceFact.CalendarPublished;
import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reference data as it would be with another calendar of a year. Nothing is published. */
final class SupposedCalendar {

    private static final String TYPE = "hoso.calendar.published.v1";
    private static final String SOURCE = "urn:hoso:supposed";

    private final String year;
    private final CalendarPublished calendar;

    /** The last one that was made: a walk asks for each dossier, and what is known seldom changes meanwhile. */
    private @Nullable Reference made;

    private SupposedCalendar(String year, CalendarPublished calendar) {
        this.year = year;
        this.calendar = calendar;
    }

    /**
     * Reads what would be published.
     *
     * @param data of {@code calendar.published}
     * @throws UnfitData as for a publisher of such an event
     */
    static SupposedCalendar read(int year, JsonNode data, Instant now) {
        String subject = Integer.toString(year);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", "supposed")
                .put("source", SOURCE)
                .put("type", TYPE)
                .put("subject", subject)
                .put("time", now.truncatedTo(ChronoUnit.MICROS).toString());
        event.set("data", data);
        return new SupposedCalendar(
                subject, (CalendarPublished) CloudEventReader.read(event).fact());
    }

    Reference in(Reference known) {
        Reference last = made;
        if (last != null && last.position() == known.position() && last.date().equals(known.date())) return last;
        made = new Reference(known.position(), known.register().with(year, calendar), known.date(), known.today());
        return made;
    }
}
