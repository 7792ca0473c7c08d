package hoso.query.audit.clock;

import hoso.event.history.DossierHistory;
import hoso.query.audit.status.AsItStood;
import hoso.query.ledger.PortalView;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;
import java.util.List;

/**
 * The clock account of a dossier, as of a moment.
 *
 * @param at nothing that happened later is accounted for; but overdue is what is so by all facts that are known
 * @param calendar that working time is measured by
 */
public record Account(
        DossierHistory history,
        RuleSet rules,
        Instant at,
        WorkingCalendar calendar,
        List<Step> steps,
        Segments segments,
        Verdict verdict) {

    public Account {
        steps = List.copyOf(steps);
    }

    /**
     * @param history of a dossier that stands received
     */
    public static Account of(DossierHistory history, RuleSet rules, Instant at, WorkingCalendar calendar) {
        DossierHistory stood = AsItStood.upTo(history, at).orElse(history);
        PortalView.Course course =
                rules == RuleSet.LOCAL ? PortalView.local(history) : PortalView.portalOf(stood, history);
        Instant end = course.endedAt() != null && course.endedAt().isBefore(at) ? course.endedAt() : at;
        return new Account(
                history,
                rules,
                at,
                calendar,
                Step.of(history),
                Segments.of(history, end, calendar),
                Verdict.of(history, stood, course, at, calendar));
    }
}
