package hoso.query.report.trend;

import hoso.query.report.PeriodReport;
import java.util.List;

/**
 * One report over several periods.
 *
 * @param periods the oldest first; the last is the one asked about
 * @param yearAgo the same days of the year before
 */
record Trend(List<PeriodReport> periods, PeriodReport yearAgo) {

    Trend {
        periods = List.copyOf(periods);
    }

    PeriodReport last() {
        return periods.getLast();
    }
}
