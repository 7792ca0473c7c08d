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
 * @param dueAt the due instant in force, by which all rules judge
 * @param lateFrom what it is late from: the due instant, or under the portal's rule an earlier second request; null where it
 *     stands in a pause that counts
 * @param endedAt when the processing ended; null while it goes on
 * @param timeliness null while it goes on
 * @param overdue whether it goes on after {@code lateFrom}
 * @param margin between {@code lateFrom} and the end, or the moment; zero where there is none
 */
public record Verdict(
        Status status,
        Instant dueAt,
        @Nullable Instant lateFrom,
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
     * How far the end lies from the due instant.
     *
     * @param work working time, by the calendar that the account is made with
     * @param after whether the end comes after the due instant
     */
    public record Margin(Duration work, boolean after) {

        static final Margin NONE = new Margin(Duration.ZERO, false);

        static Margin between(Instant dueAt, Instant end, WorkingCalendar calendar) {
            return end.isAfter(dueAt)
                    ? new Margin(calendar.work(dueAt, end), true)
                    : new Margin(calendar.work(end, dueAt), false);
        }
    }

    /** Whether it is overdue, or ended late: what officials call late. */
    public boolean late() {
        return overdue || timeliness == Timeliness.LATE;
    }

    static Verdict of(DossierHistory history, PortalView.Course course, Instant at, WorkingCalendar calendar) {
        Instant ended = course.endedAt() != null && !course.endedAt().isAfter(at) ? course.endedAt() : null;
        boolean paused = ended == null && history.inPauseThatCounts();
        Instant lateFrom = paused ? course.overdueFrom() : lateFrom(history, course);
        Instant end = ended != null ? ended : at;
        return new Verdict(
                ended != null ? Status.CLOSED : paused ? Status.PAUSED : Status.OPEN,
                history.dueAt(),
                lateFrom,
                ended,
                ended == null ? null : course.late() ? Timeliness.LATE : inTime(ended, history.dueAt()),
                ended == null && lateFrom != null && lateFrom.isBefore(at),
                lateFrom == null ? Margin.NONE : Margin.between(lateFrom, end, calendar));
    }

    /** A course that ended in time tells of no instant that it would have been late from. */
    private static Instant lateFrom(DossierHistory history, PortalView.Course course) {
        return course.overdueFrom() != null ? course.overdueFrom() : history.dueAt();
    }

    private static Timeliness inTime(Instant endedAt, Instant dueAt) {
        Timeliness timeliness = Timeliness.of(endedAt, dueAt);
        return timeliness == Timeliness.LATE ? Timeliness.ON_TIME : timeliness;
    }
}
