package hoso.query.audit.day;

import hoso.event.StoredEvent;
import hoso.query.audit.portal.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was shown of a dossier at the end of a day.
 *
 * @param shown here, with what was known then
 * @param portal what the national portal had last been seen to show by then, as is known now
 * @param arrived the events that were recorded that day
 * @param because those of them that changed what is shown
 * @param byTime whether the time that passed changed it: it fell due
 */
record Day(
        LocalDate day,
        Shown shown,
        Optional<Observation> portal,
        List<StoredEvent> arrived,
        List<StoredEvent> because,
        boolean byTime) {

    Day {
        arrived = List.copyOf(arrived);
        because = List.copyOf(because);
    }

    /** Whether it is shown otherwise than on the evening before. */
    boolean changed() {
        return byTime || !because.isEmpty();
    }
}
