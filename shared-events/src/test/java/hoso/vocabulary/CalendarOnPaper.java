package hoso.vocabulary;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A calendar with odd spans and days, made from a seed, and its working time counted minute by minute. */
record CalendarOnPaper(Map<Integer, Sheet> sheets) {

    record Sheet(List<WorkingSpan> hours, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {}

    private static final Sheet NONE = new Sheet(WorkingYear.DEFAULT_HOURS, Set.of(), Set.of());
    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2025;

    /** Some of its years, leap years among them, are published and some are not. */
    static CalendarOnPaper of(SplittableRandom random) {
        Map<Integer, Sheet> sheets = new HashMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
            if (random.nextInt(10) < 7)
                sheets.put(year, new Sheet(hours(random), days(random, year, 40), days(random, year, 12)));
        return new CalendarOnPaper(sheets);
    }

    /** The same, as the product knows it. */
    WorkingCalendar calendar() {
        var calendar = WorkingCalendar.unpublished();
        for (var sheet : sheets.entrySet())
            calendar = calendar.with(new WorkingYear(
                    sheet.getKey(),
                    sheet.getValue().hours(),
                    sheet.getValue().holidays(),
                    sheet.getValue().makeUpDays()));
        return calendar;
    }

    /** A minute of those years, often near the turn of one. */
    static Instant someMinute(SplittableRandom random) {
        int year = random.nextInt(FIRST_YEAR, LAST_YEAR);
        LocalDate day = random.nextInt(3) == 0
                ? LocalDate.of(year, 12, 18).plusDays(random.nextInt(20))
                : LocalDate.ofYearDay(year, random.nextInt(1, 366));
        return VietnamTime.startOf(day).plus(Duration.ofMinutes(random.nextInt(24 * 60)));
    }

    Duration work(Instant from, Instant to) {
        long minutes = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60))
            if (worksAt(minute)) minutes++;
        return Duration.ofMinutes(minutes);
    }

    Instant advance(Instant from, Duration work) {
        Instant minute = from;
        for (long left = work.toMinutes(); left > 0; minute = minute.plusSeconds(60)) if (worksAt(minute)) left--;
        return minute;
    }

    boolean worksOn(LocalDate day) {
        Sheet sheet = sheets.getOrDefault(day.getYear(), NONE);
        if (sheet.makeUpDays().contains(day)) return true;
        boolean weekend = day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
        boolean fixed = List.of("01-01", "04-30", "05-01", "09-02")
                .contains(day.toString().substring(5));
        boolean holiday = sheets.containsKey(day.getYear()) ? sheet.holidays().contains(day) : fixed;
        return !weekend && !holiday;
    }

    private boolean worksAt(Instant minute) {
        LocalDate day = minute.atOffset(VietnamTime.OFFSET).toLocalDate();
        LocalTime time = minute.atOffset(VietnamTime.OFFSET).toLocalTime();
        return worksOn(day)
                && sheets.getOrDefault(day.getYear(), NONE).hours().stream()
                        .anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(span.to()));
    }

    private static List<WorkingSpan> hours(SplittableRandom random) {
        if (random.nextInt(4) == 0) return WorkingYear.DEFAULT_HOURS;
        var edges = new TreeSet<Integer>();
        int spans = random.nextInt(1, 5);
        while (edges.size() < spans * 2) edges.add(random.nextInt(24 * 60));
        var minutes = new ArrayList<>(edges);
        // Now and then a span begins where the one before it ends.
        if (spans > 1 && random.nextBoolean()) minutes.set(2, minutes.get(1));
        var hours = new ArrayList<WorkingSpan>();
        for (int index = 0; index < minutes.size(); index += 2)
            hours.add(new WorkingSpan(time(minutes.get(index)), time(minutes.get(index + 1))));
        return hours;
    }

    private static LocalTime time(int minuteOfDay) {
        return LocalTime.of(minuteOfDay / 60, minuteOfDay % 60);
    }

    private static Set<LocalDate> days(SplittableRandom random, int year, int most) {
        Set<LocalDate> days = new HashSet<>();
        for (int count = random.nextInt(most); count > 0; count--)
            days.add(LocalDate.ofYearDay(year, random.nextInt(1, 366)));
        // The ends of the year are where sums over years go wrong.
        if (random.nextBoolean()) days.add(LocalDate.of(year, 12, 31));
        if (random.nextBoolean()) days.add(LocalDate.of(year, 1, 1));
        return days;
    }
}
