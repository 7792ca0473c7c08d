package hoso.query.audit.portal;

import hoso.event.history.DossierHistory;
import hoso.query.ledger.PortalView.Course;
import hoso.vocabulary.Timeliness;
import java.time.Instant;

/** How a dossier stands at a moment, by one of the two rules. */
public enum Verdict {
    OPEN,
    /** Open, in a pause that counts. */
    PAUSED,
    OVERDUE,
    CLOSED_IN_TIME,
    CLOSED_LATE;

    public boolean closed() {
        return this == CLOSED_IN_TIME || this == CLOSED_LATE;
    }

    /** Overdue, or closed late. */
    public boolean late() {
        return this == OVERDUE || this == CLOSED_LATE;
    }

    /**
     * By the local rule, of a dossier as it stood.
     *
     * @param dueAt that all its facts lead to
     */
    static Verdict local(DossierHistory stood, Instant dueAt, Instant at) {
        if (stood.closing().isPresent())
            return stood.standing().timeliness() == Timeliness.LATE ? CLOSED_LATE : CLOSED_IN_TIME;
        if (stood.inPauseThatCounts()) return PAUSED;
        return dueAt.isBefore(at) ? OVERDUE : OPEN;
    }

    /** By the rule that the portal scores by, of the same. */
    static Verdict counted(Course portal, DossierHistory stood, Instant at) {
        if (portal.endedAt() != null) return portal.late() ? CLOSED_LATE : CLOSED_IN_TIME;
        if (portal.overdueFrom() != null && portal.overdueFrom().isBefore(at)) return OVERDUE;
        return stood.inPauseThatCounts() ? PAUSED : OPEN;
    }
}
