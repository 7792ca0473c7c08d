package hoso.standalone.demo.plan;

import hoso.vocabulary.WorkingCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/** The working days the demo spans, numbered in their order. */
final class WorkDays {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    private final LocalDate[] days;

    WorkDays(WorkingCalendar calendar) {
        days = FIRST.datesUntil(LAST.plusDays(1)).filter(calendar::isWorkingDay).toArray(LocalDate[]::new);
    }

    /** The number of the first working day on or after a date. */
    int from(LocalDate date) {
        int found = Arrays.binarySearch(days, date);
        return found >= 0 ? found : -found - 1;
    }

    LocalDate day(int number) {
        return days[number];
    }
}
