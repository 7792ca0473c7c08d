package hoso.query.audit.change;

import hoso.event.AcceptedEvent;
import hoso.event.DossierFact;
import hoso.event.history.DossierHistory;
import hoso.query.audit.wording.FactNames;
import hoso.query.feed.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/** What each of a dossier's events says and changed, in order; of those from one on that cannot be folded nothing is known. */
public final class Changes {

    private Changes() {}

    /**
     * One event.
     *
     * @param says in Vietnamese what happened
     */
    public record Change(String says, Changed changed) {}

    public static List<Change> of(List<LoggedEvent> events) {
        List<Change> changes = new ArrayList<>();
        DossierHistory before = DossierHistory.UNKNOWN;
        for (LoggedEvent logged : events) {
            DossierHistory after;
            try {
                AcceptedEvent event = logged.read().event();
                after = before.with(event);
                changes.add(new Change(
                        FactNames.of((DossierFact) event.fact()), Changed.between(before, after, event.sequence())));
            } catch (RuntimeException sick) {
                // what makes an event sick is not known beforehand: the rest is shown as it is stored
                return changes;
            }
            before = after;
        }
        return changes;
    }
}
