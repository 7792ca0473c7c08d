package hoso.query.audit.clock;

import hoso.event.history.DossierHistory;
import hoso.query.ledger.PortalView;
import hoso.query.ledger.Tag;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock account of a dossier, as of a moment.
 *
 * @param at nothing that happened later is accounted for; the due instant is the one that all clock facts lead to
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
        PortalView.Course course = course(history, rules);
        Instant end = course.endedAt() != null && course.endedAt().isBefore(at) ? course.endedAt() : at;
        return new Account(
                history,
                rules,
                at,
                calendar,
                Step.of(history),
                Segments.of(history, end, calendar),
                Verdict.of(history, course, at, calendar));
    }

    /** How its processing went by the rules. */
    static PortalView.Course course(DossierHistory history, RuleSet rules) {
        Optional<PortalView> view = PortalView.of(history, Tag.of(history));
        if (view.isEmpty()) return PortalView.local(history);
        return rules == RuleSet.LOCAL ? view.get().local() : view.get().portal();
    }
}
