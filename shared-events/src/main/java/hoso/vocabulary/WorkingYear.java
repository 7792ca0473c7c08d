package hoso.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The working time of one year, with the work before each of its days summed once, so that years of working time are
 * measured without walking their days.
 *
 * <p>A working day is Monday to Friday less the holidays, plus the make-up days; a make-up day wins over a holiday.
 */
public final class WorkingYear {

    /** 07:30–11:30 and 13:00–17:00, the hours where a calendar names none. */
    public static final List<WorkingSpan> DEFAULT_HOURS = List.of(
            new WorkingSpan(LocalTime.of(7, 30), LocalTime.of(11, 30)),
            new WorkingSpan(LocalTime.of(13, 0), LocalTime.of(17, 0)));

    /** The holidays that Labour Code art. 112 fixes to a date of the solar calendar. */
    private static final List<MonthDay> FIXED_HOLIDAYS =
            List.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private final int year;
    private final List<WorkingSpan> hours;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> makeUpDays;
    private final int[] workingDaysBefore;
    private final long standardDayMicros;

    /** A published year; the days given must lie within it. */
    public WorkingYear(int year, List<WorkingSpan> hours, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
        if (Stream.concat(holidays.stream(), makeUpDays.stream()).anyMatch(day -> day.getYear() != year))
            throw new IllegalArgumentException("a day of the calendar lies outside " + year);
        this.year = year;
        this.hours = List.copyOf(hours);
        this.holidays = Set.copyOf(holidays);
        this.makeUpDays = Set.copyOf(makeUpDays);
        this.workingDaysBefore = countWorkingDays();
        this.standardDayMicros = workBefore(hours, LocalTime.MAX);
    }

    /** A year for which no calendar has been published: default hours, and the holidays fixed by law to a date. */
    public static WorkingYear unpublished(int year) {
        Set<LocalDate> fixed =
                FIXED_HOLIDAYS.stream().map(day -> day.atYear(year)).collect(Collectors.toUnmodifiableSet());
        return new WorkingYear(year, DEFAULT_HOURS, fixed, Set.of());
    }

    public int year() {
        return year;
    }

    public List<WorkingSpan> hours() {
        return hours;
    }

    public Set<LocalDate> holidays() {
        return holidays;
    }

    public Set<LocalDate> makeUpDays() {
        return makeUpDays;
    }

    /** How many working days the year has. */
    public int workingDays() {
        return workingDaysBefore[workingDaysBefore.length - 1];
    }

    /** Microseconds of work in a working day. */
    long standardDayMicros() {
        return standardDayMicros;
    }

    /** Microseconds of work in the whole year. */
    long totalMicros() {
        return workingDays() * standardDayMicros;
    }

    /** The end of the last working span of a working day. */
    LocalTime endOfWork() {
        return hours.getLast().to();
    }

    boolean isWorkingDay(LocalDate date) {
        int index = date.getDayOfYear() - 1;
        return workingDaysBefore[index + 1] > workingDaysBefore[index];
    }

    /** Microseconds of work from the start of the year to a time of a day of it. */
    long workBefore(LocalDate date, LocalTime time) {
        long wholeDays = workingDaysBefore[date.getDayOfYear() - 1] * standardDayMicros;
        return isWorkingDay(date) ? wholeDays + workBefore(hours, time) : wholeDays;
    }

    /** The earliest day and time by which {@code micros} of work, more than 0 and at most the year's, are done. */
    Moment firstWith(long micros) {
        int workingDay = Math.toIntExact((micros - 1) / standardDayMicros);
        long within = micros - workingDay * standardDayMicros;
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear(workingDay));
        for (WorkingSpan span : hours) {
            long length = micros(span);
            if (within <= length) return new Moment(date, span.from().plusNanos(within * 1_000));
            within -= length;
        }
        throw new IllegalStateException(within + " µs beyond the working spans of " + date);
    }

    /** A local day and a time of it. */
    record Moment(LocalDate date, LocalTime time) {}

    private int dayOfYear(int workingDay) {
        int low = 1;
        int high = workingDaysBefore.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (workingDaysBefore[middle] > workingDay) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private int[] countWorkingDays() {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] before = new int[first.lengthOfYear() + 1];
        for (int index = 0; index < first.lengthOfYear(); index++)
            before[index + 1] = before[index] + (worksOn(first.plusDays(index)) ? 1 : 0);
        return before;
    }

    private boolean worksOn(LocalDate date) {
        if (makeUpDays.contains(date)) return true;
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(date);
    }

    private static long workBefore(List<WorkingSpan> hours, LocalTime time) {
        long micros = 0;
        for (WorkingSpan span : hours) {
            if (!time.isAfter(span.from())) break;
            micros +=
                    time.isBefore(span.to()) ? (time.toNanoOfDay() - span.from().toNanoOfDay()) / 1_000 : micros(span);
        }
        return micros;
    }

    private static long micros(WorkingSpan span) {
        return (span.to().toNanoOfDay() - span.from().toNanoOfDay()) / 1_000;
    }
}
