package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;
import static hoso.testkit.world.Sent.maybe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Calendars published again, late, or not at all. */
final class WorldCalendars {
    private static final List<List<List<String>>> HOURS = List.of(
            List.of(List.of("07:30", "11:30"), List.of("13:00", "17:00")),
            List.of(List.of("07:00", "11:00"), List.of("13:30", "17:00")),
            List.of(List.of("08:00", "12:00")),
            List.of(
                    List.of("06:15", "08:00"),
                    List.of("08:20", "11:45"),
                    List.of("13:10", "14:40"),
                    List.of("20:00", "21:30")));

    private final Stage stage;
    private final Chance chance;

    WorldCalendars(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    /** The calendar of the year of {@code day}, or of the year after, with days off and made up mostly near that day. */
    void publish(LocalDate day) {
        int year = day.getYear() + (chance.percent(20) ? 1 : 0);
        SortedSet<String> holidays = new TreeSet<>();
        SortedSet<String> makeUpDays = new TreeSet<>();
        for (int i = chance.between(0, 14); i > 0; i--) {
            add(holidays, year, day.plusDays(chance.between(-40, 60)));
        }
        for (int i = chance.between(0, 6); i > 0; i--) {
            add(makeUpDays, year, day.plusDays(chance.between(-40, 60)));
        }
        Instant time = stage.past(chance.told(stage.clock()));
        stage.send(
                "calendar.published",
                String.valueOf(year),
                time,
                data(
                        "hours", maybe(chance.percent(50), chance.from(HOURS)),
                        "holidays", List.copyOf(holidays),
                        "makeUpDays", List.copyOf(makeUpDays)));
    }

    private static void add(SortedSet<String> days, int year, LocalDate day) {
        if (day.getYear() == year) {
            days.add(day.toString());
        }
    }
}
