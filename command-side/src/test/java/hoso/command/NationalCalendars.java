package hoso.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The calendars that are in force before the first line of an example, as events. */
final class NationalCalendars {

    private NationalCalendars() {}

    static List<String> lines() {
        return List.of(
                line(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", ""),
                line(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"),
                line(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"),
                line(
                        2026,
                        "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02",
                        "01-10 08-22"));
    }

    private static String line(int year, String holidays, String makeUpDays) {
        return """
                {"specversion":"1.0","id":"national","source":"urn:hoso","type":"hoso.calendar.published.v1",\
                "subject":"%d","time":"2022-12-01T08:00:00+07:00","data":{"holidays":[%s],"makeUpDays":[%s]}}""".formatted(year, days(year, holidays), days(year, makeUpDays));
    }

    private static String days(int year, String monthsAndDays) {
        return Arrays.stream(monthsAndDays.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> '"' + String.valueOf(year) + '-' + day + '"')
                .collect(Collectors.joining(","));
    }
}
