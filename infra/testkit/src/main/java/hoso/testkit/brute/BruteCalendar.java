package hoso.testkit.brute;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The working time of one year. */
record BruteCalendar(List<BruteSpan> spans, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    static final List<BruteSpan> DEFAULT_SPANS = List.of(
            new BruteSpan(LocalTime.of(7, 30), LocalTime.of(11, 30)),
            new BruteSpan(LocalTime.of(13, 0), LocalTime.of(17, 0)));

    /** What holds in a year that nobody has published: the holidays that the law fixes to a date. */
    static BruteCalendar unpublished(int year) {
        return new BruteCalendar(
                DEFAULT_SPANS,
                Set.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 4, 30),
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 9, 2)),
                Set.of());
    }

    static BruteCalendar published(JsonNode data) {
        List<BruteSpan> spans = new ArrayList<>();
        for (JsonNode pair : data.path("hours")) {
            spans.add(new BruteSpan(
                    LocalTime.parse(pair.get(0).stringValue()),
                    LocalTime.parse(pair.get(1).stringValue())));
        }
        return new BruteCalendar(
                data.has("hours") ? spans : DEFAULT_SPANS, days(data.path("holidays")), days(data.path("makeUpDays")));
    }

    private static Set<LocalDate> days(JsonNode array) {
        Set<LocalDate> days = new HashSet<>();
        array.forEach(day -> days.add(BruteJson.date(day)));
        return days;
    }

    /** A make-up day wins over a holiday, and both over the day of the week. */
    boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return makeUpDays.contains(day) || (!weekend && !holidays.contains(day));
    }

    Duration standardDay() {
        Duration sum = Duration.ZERO;
        for (BruteSpan span : spans) {
            sum = sum.plus(Duration.between(span.from(), span.to()));
        }
        return sum;
    }

    int workingDaysOf(int year) {
        int count = 0;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            count += works(day) ? 1 : 0;
        }
        return count;
    }
}
