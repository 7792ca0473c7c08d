package hoso.testkit.brute;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The calendars known at some place in the log: the shipped ones, and over them whatever was published since. */
public final class BruteCalendars {
    private final Map<Integer, BruteCalendar> byYear = new HashMap<>();

    /** The national calendars of 2023–2026, in the table of the contract. */
    public static BruteCalendars shipped() {
        BruteCalendars calendars = new BruteCalendars();
        calendars.ship(2023, "1-2 1-20 1-23 1-24 1-25 1-26 5-1 5-2 5-3 9-1 9-4", "");
        calendars.ship(2024, "1-1 2-8 2-9 2-12 2-13 2-14 4-18 4-29 4-30 5-1 9-2 9-3", "5-4");
        calendars.ship(2025, "1-1 1-27 1-28 1-29 1-30 1-31 4-7 4-30 5-1 5-2 9-1 9-2", "4-26");
        calendars.ship(2026, "1-1 1-2 2-16 2-17 2-18 2-19 2-20 4-27 4-30 5-1 8-31 9-1 9-2", "1-10 8-22");
        return calendars;
    }

    private void ship(int year, String holidays, String makeUpDays) {
        byYear.put(year, new BruteCalendar(BruteCalendar.DEFAULT_SPANS, days(year, holidays), days(year, makeUpDays)));
    }

    private static Set<LocalDate> days(int year, String monthsAndDays) {
        Set<LocalDate> days = new HashSet<>();
        for (String monthAndDay : monthsAndDays.split(" ", -1)) {
            if (!monthAndDay.isEmpty()) {
                String[] parts = monthAndDay.split("-", -1);
                days.add(LocalDate.of(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            }
        }
        return days;
    }

    /** The data of a {@code calendar.published} event, as JSON text. */
    public void publish(int year, String data) {
        publish(year, BruteCalendar.published(BruteJson.parse(data)));
    }

    /** A calendar published again replaces the one before it as a whole. */
    void publish(int year, BruteCalendar calendar) {
        byYear.put(year, calendar);
    }

    BruteCalendar of(int year) {
        BruteCalendar published = byYear.get(year);
        return published != null ? published : BruteCalendar.unpublished(year);
    }
}
