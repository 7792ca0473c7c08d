package hoso.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working time across the years: {@code W(a, b)} and {@code advance(t, d)}, to the microsecond.
 *
 * <p>A year that was never published has the default hours and the holidays fixed by law to a date.
 */
public final class WorkingCalendar {

    private static final Map<Integer, WorkingYear> UNPUBLISHED = new ConcurrentHashMap<>();

    private final Map<Integer, WorkingYear> published;

    private WorkingCalendar(Map<Integer, WorkingYear> published) {
        this.published = published;
    }

    /** The calendar in which no year has been published. */
    public static WorkingCalendar unpublished() {
        return new WorkingCalendar(Map.of());
    }

    /** This calendar with one year published, or published again. */
    public WorkingCalendar with(WorkingYear year) {
        var years = new HashMap<>(published);
        years.put(year.year(), year);
        return new WorkingCalendar(Map.copyOf(years));
    }

    /** The calendar of a year, published or not. */
    public WorkingYear year(int year) {
        WorkingYear known = published.get(year);
        return known != null ? known : UNPUBLISHED.computeIfAbsent(year, WorkingYear::unpublished);
    }

    /** Whether a calendar of that year has been published. */
    public boolean isPublished(int year) {
        return published.containsKey(year);
    }

    public boolean isWorkingDay(LocalDate date) {
        return year(date.getYear()).isWorkingDay(date);
    }

    /** The end of the last working span of that day, were it a working day. */
    public Instant endOfWork(LocalDate date) {
        return VietnamTime.at(date, year(date.getYear()).endOfWork());
    }

    /** The first working day on or after a date. */
    public LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) day = day.plusDays(1);
        return day;
    }

    /** The sum of the working spans of a year. */
    public Duration standardDay(int year) {
        return Duration.of(year(year).standardDayMicros(), ChronoUnit.MICROS);
    }

    /** {@code W(a, b)}: the working time in {@code [from, to)}; nothing where {@code to} is not after {@code from}. */
    public Duration work(Instant from, Instant to) {
        if (!from.isBefore(to)) return Duration.ZERO;
        int firstYear = VietnamTime.date(from).getYear();
        int lastYear = VietnamTime.date(to).getYear();
        long micros = workBefore(to) - workBefore(from);
        for (int year = firstYear; year < lastYear; year++) micros += year(year).totalMicros();
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** {@code advance(t, d)}: the earliest instant {@code x ≥ t} with {@code W(t, x) ≥ d}. */
    public Instant advance(Instant from, Duration work) {
        if (work.isZero()) return from;
        WorkingYear year = year(VietnamTime.date(from).getYear());
        long target = workBefore(from) + work.toNanos() / 1_000;
        while (target > year.totalMicros()) {
            target -= year.totalMicros();
            year = year(year.year() + 1);
        }
        WorkingYear.Moment moment = year.firstWith(target);
        return VietnamTime.at(moment.date(), moment.time());
    }

    private long workBefore(Instant instant) {
        LocalDate date = VietnamTime.date(instant);
        LocalTime time = VietnamTime.timeOfDay(instant);
        return year(date.getYear()).workBefore(date, time);
    }
}
