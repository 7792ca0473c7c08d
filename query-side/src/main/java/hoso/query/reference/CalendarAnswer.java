package hoso.query.reference;

import hoso.query.question.PositionAnswer;
import hoso.vocabulary.WorkingCalendar;
import hoso.vocabulary.WorkingYear;
import java.time.LocalDate;
import java.util.List;

/**
 * The working time of a year.
 *
 * @param published whether somebody has published it; else it is what holds where nobody has
 * @param hours spans {@code [from, to)} of a working day, as {@code ["07:30", "11:30"]}
 */
record CalendarAnswer(
        PositionAnswer asOf,
        int year,
        boolean published,
        List<List<String>> hours,
        List<LocalDate> holidays,
        List<LocalDate> makeUpDays,
        int workingDays) {

    static CalendarAnswer of(PositionAnswer asOf, int year, WorkingCalendar calendar) {
        WorkingYear working = calendar.year(year);
        return new CalendarAnswer(
                asOf,
                year,
                calendar.isPublished(year),
                working.hours().stream()
                        .map(span -> List.of(span.from().toString(), span.to().toString()))
                        .toList(),
                working.holidays().stream().sorted().toList(),
                working.makeUpDays().stream().sorted().toList(),
                working.workingDays());
    }
}
