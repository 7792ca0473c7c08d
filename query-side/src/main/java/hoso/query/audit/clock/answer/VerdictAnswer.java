package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.audit.clock.Verdict;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it is answered.
 *
 * @param dueAtThen the due instant in force at the moment asked, where what happened later has moved it
 * @param secondRequest of what the portal's rule calls overdue for its second supplement request alone: when that was made
 * @param lateBy working time after the due instant; absent where it is not late, or not by the due instant
 * @param lateByDays the same in standard days of the year that it was due in, to two decimals
 * @param earlyBy of what was closed in time: working time before the due instant
 * @param left of what is open and not yet due: working time up to the due instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictAnswer(
        Verdict.Status status,
        Instant dueAt,
        @Nullable Instant dueAtThen,
        @Nullable Instant endedAt,
        @Nullable Timeliness timeliness,
        boolean overdue,
        boolean late,
        @Nullable Instant secondRequest,
        @Nullable Duration lateBy,
        @Nullable BigDecimal lateByDays,
        @Nullable Duration earlyBy,
        @Nullable Duration left) {

    static VerdictAnswer of(Verdict verdict, WorkingCalendar calendar) {
        Duration margin = verdict.margin().work();
        boolean after = verdict.margin().after();
        boolean ended = verdict.endedAt() != null;
        boolean moved = !ended && !verdict.dueThen().equals(verdict.dueAt());
        return new VerdictAnswer(
                verdict.status(),
                verdict.dueAt(),
                moved ? verdict.dueThen() : null,
                verdict.endedAt(),
                verdict.timeliness(),
                verdict.overdue(),
                verdict.late(),
                verdict.secondRequest(),
                verdict.late() && after ? margin : null,
                verdict.late() && after ? days(margin, calendar.standardDay(year(verdict.dueAt()))) : null,
                ended && !verdict.late() && !after ? margin : null,
                verdict.status() == Verdict.Status.OPEN && !verdict.late() ? margin : null);
    }

    private static BigDecimal days(Duration work, Duration standardDay) {
        return BigDecimal.valueOf(work.toSeconds())
                .divide(BigDecimal.valueOf(standardDay.toSeconds()), 2, RoundingMode.HALF_UP);
    }

    private static int year(Instant instant) {
        return VietnamTime.date(instant).getYear();
    }
}
