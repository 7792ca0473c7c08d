package hoso.query.report.trend;

import hoso.query.report.ReportQuestion;
import hoso.vocabulary.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods before a period, end to end. One of whole months steps by as many months, so that the 21st to the 20th stays
 * that; any other by its number of days.
 *
 * @param months 0 where it is none of whole months
 */
record PeriodSteps(Period period, int months) {

    private static final int MONTHS_OF_YEAR = 12;
    private static final long DAYS_OF_YEAR = 366;

    static PeriodSteps of(Period period) {
        LocalDate after = period.to().plusDays(1);
        int months = (after.getYear() - period.from().getYear()) * MONTHS_OF_YEAR
                + after.getMonthValue()
                - period.from().getMonthValue();
        boolean whole = months > 0 && after.minusMonths(months).equals(period.from());
        return new PeriodSteps(period, whole ? months : 0);
    }

    /** How many of them, this one included, lie within so many years as a report may be long; 1 at least. */
    int countMax() {
        return (int) Math.max(1, ReportQuestion.YEARS_MAX * DAYS_OF_YEAR / period.days());
    }

    /** This period and those before it, the oldest first. */
    List<Period> last(int count) {
        List<Period> periods = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--)
            periods.add(new Period(begin(back), begin(back - 1).minusDays(1)));
        return periods;
    }

    /** The same days of the year before. */
    Period yearAgo() {
        LocalDate after = period.to().plusDays(1).minusYears(1);
        return new Period(period.from().minusYears(1), after.minusDays(1));
    }

    /** Where the period so many steps back begins; all are counted from the end of this one, so that none overlaps. */
    private LocalDate begin(int back) {
        LocalDate after = period.to().plusDays(1);
        if (months > 0) return after.minusMonths((back + 1L) * months);
        return after.minusDays((back + 1L) * period.days());
    }
}
