package hoso.query.audit.clock;

import hoso.event.history.DossierHistory;
import hoso.query.ledger.PortalView;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a dossier was in time by one set of rules, as of a moment.
 *
 * @param status as it stood at the moment
 * @param dueAt the one that all its clock facts lead to, by which it is overdue or not at any moment
 * @param dueThen the one in force at the moment: what happened later may have moved it
 * @param secondRequest of what the portal's rule calls overdue for its second supplement request alone: when that was made;
 *     else null
 * @param endedAt when the processing ended; null while it goes on
 * @param timeliness null while it goes on
 * @param overdue whether it goes on and is late
 * @param margin between the due instant and the end, or the moment
 */
public record Verdict(
        Status status,
        Instant dueAt,
        Instant dueThen,
        @Nullable Instant secondRequest,
        @Nullable Instant endedAt,
        @Nullable Timeliness timeliness,
        boolean overdue,
        Margin margin) {

    /** Whether it is being worked on. */
    public enum Status {
        OPEN,
        PAUSED,
        CLOSED
    }

    /**
     * How far the end lies from the due instant; nothing in a pause that counts.
     *
     * @param work working time, by the calendar that the account is made with
     * @param elapsed by the clock on the wall
     * @param after whether the end comes after the due instant
     */
    public record Margin(Duration work, Duration elapsed, boolean after) {

        static final Margin NONE = new Margin(Duration.ZERO, Duration.ZERO, false);

        static Margin between(Instant dueAt, Instant end, WorkingCalendar calendar) {
            return end.isAfter(dueAt)
                    ? new Margin(calendar.work(dueAt, end), Duration.between(dueAt, end), true)
                    : new Margin(calendar.work(end, dueAt), Duration.between(end, dueAt), false);
        }
    }

    /** Whether it is overdue, or ended late: what officials call late. */
    public boolean late() {
        return overdue || timeliness == Timeliness.LATE;
    }

    /**
     * @param stood the dossier as it stood at the moment
     * @param course by the local rule, or {@link PortalView#portalOf as it stood} by the portal's
     */
    static Verdict of(
            DossierHistory history,
            DossierHistory stood,
            PortalView.Course course,
            Instant at,
            WorkingCalendar calendar) {
        Instant ended = course.endedAt() != null && !course.endedAt().isAfter(at) ? course.endedAt() : null;
        boolean paused = ended == null && stood.inPauseThatCounts();
        boolean overdue = ended == null
                && course.overdueFrom() != null
                && course.overdueFrom().isBefore(at);
        Instant dueAt = history.dueAt();
        Margin margin = margin(paused, overdue, dueAt, stood.dueAt(), ended, at, calendar);
        boolean late = overdue || (ended != null && course.late());
        return new Verdict(
                ended != null ? Status.CLOSED : paused ? Status.PAUSED : Status.OPEN,
                dueAt,
                stood.dueAt(),
                late && !margin.after() ? PortalView.secondRequestOf(stood).orElse(null) : null,
                ended,
                ended == null ? null : course.late() ? Timeliness.LATE : inTime(ended, dueAt),
                overdue,
                margin);
    }

    /** Of what is open and in time up to the due instant then in force, by which whoever worked on it went. */
    private static Margin margin(
            boolean paused,
            boolean overdue,
            Instant dueAt,
            Instant dueThen,
            @Nullable Instant ended,
            Instant at,
            WorkingCalendar calendar) {
        if (ended != null) return Margin.between(dueAt, ended, calendar);
        if (overdue && dueAt.isBefore(at)) return Margin.between(dueAt, at, calendar);
        return paused || dueThen.isBefore(at) ? Margin.NONE : Margin.between(dueThen, at, calendar);
    }

    private static Timeliness inTime(Instant endedAt, Instant dueAt) {
        Timeliness timeliness = Timeliness.of(endedAt, dueAt);
        return timeliness == Timeliness.LATE ? Timeliness.ON_TIME : timeliness;
    }
}
