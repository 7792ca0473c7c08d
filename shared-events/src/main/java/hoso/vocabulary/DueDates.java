package hoso.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** The calculus of due instants: the first one, what remains at a pause, and the one after a resume. */
public final class DueDates {

    /** From 15:00 on, what must be done the same day may be done the next (Nghị định 118/2025, art. 18). */
    private static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);

    private DueDates() {}

    /** The due instant of a full processing time counted from an instant. */
    public static Instant first(Processing processing, Instant from, WorkingCalendar calendar) {
        LocalDate date = VietnamTime.date(from);
        return switch (processing.kind()) {
            case WORKING_HOURS -> calendar.advance(from, Duration.ofHours(processing.amount()));
            case WORKING_DAYS ->
                calendar.advance(from, calendar.standardDay(date.getYear()).multipliedBy(processing.amount()));
            case CALENDAR_DAYS -> calendar.endOfWork(calendar.workingDayFrom(date.plusDays(processing.amount())));
            case SAME_DAY -> sameDay(from, date, calendar);
        };
    }

    /** What remains at a pause that counts, that is at {@code pausedAt ≤ dueAt}. */
    public static Remaining remaining(
            Processing processing, Instant pausedAt, Instant dueAt, WorkingCalendar calendar) {
        if (processing.kind() != Processing.Kind.CALENDAR_DAYS)
            return new Remaining.WorkingTime(calendar.work(pausedAt, dueAt));
        long days = ChronoUnit.DAYS.between(VietnamTime.date(pausedAt), VietnamTime.date(dueAt));
        return new Remaining.CalendarDays(Math.toIntExact(days));
    }

    /** The due instant when a pause that counts ends at {@code resumedAt} and the clock goes on with what remained. */
    public static Instant resumed(Remaining remaining, Instant resumedAt, WorkingCalendar calendar) {
        return switch (remaining) {
            case Remaining.WorkingTime time -> calendar.advance(resumedAt, time.work());
            case Remaining.CalendarDays left -> endOfWorkNotBefore(resumedAt, left.days(), calendar);
        };
    }

    private static Instant sameDay(Instant from, LocalDate date, WorkingCalendar calendar) {
        boolean inTime = calendar.isWorkingDay(date)
                && VietnamTime.timeOfDay(from).isBefore(SAME_DAY_UNTIL)
                && from.isBefore(calendar.endOfWork(date));
        return calendar.endOfWork(inTime ? date : calendar.workingDayFrom(date.plusDays(1)));
    }

    private static Instant endOfWorkNotBefore(Instant resumedAt, int days, WorkingCalendar calendar) {
        LocalDate day = calendar.workingDayFrom(VietnamTime.date(resumedAt).plusDays(days));
        Instant end = calendar.endOfWork(day);
        return end.isBefore(resumedAt) ? calendar.endOfWork(calendar.workingDayFrom(day.plusDays(1))) : end;
    }
}
