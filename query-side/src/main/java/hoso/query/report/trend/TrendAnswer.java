package hoso.query.report.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.report.PeriodReport;
import hoso.query.report.answer.ReportAnswer;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trend as it is answered.
 *
 * @param periods the oldest first; the last is the one asked about
 * @param change of the last against the one before it; absent where one period was asked for
 * @param changeOnYearAgo of the last against the same days of the year before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrendAnswer(
        List<ReportAnswer> periods,
        ReportAnswer yearAgo,
        @Nullable Change change,
        Change changeOnYearAgo) {

    /**
     * By how much the total differs.
     *
     * @param cells those that differ, by name
     * @param rates in percentage points, those that both have and that differ
     */
    record Change(Map<String, Long> cells, Map<String, BigDecimal> rates) {

        static Change of(PeriodReport now, PeriodReport then) {
            Map<String, Long> cells = new LinkedHashMap<>();
            for (Cell cell : Cells.ofReports()) {
                long change = now.total().of(cell) - then.total().of(cell);
                if (change != 0) cells.put(cell.name(), change);
            }
            Map<String, BigDecimal> rates = new LinkedHashMap<>();
            Map<String, BigDecimal> before = Rates.of(then.total());
            Rates.of(now.total()).forEach((id, rate) -> {
                BigDecimal was = before.get(id);
                if (was != null && was.compareTo(rate) != 0) rates.put(id, rate.subtract(was));
            });
            return new Change(cells, rates);
        }
    }

    static TrendAnswer of(Trend trend) {
        int before = trend.periods().size() - 2;
        return new TrendAnswer(
                trend.periods().stream().map(ReportAnswer::of).toList(),
                ReportAnswer.of(trend.yearAgo()),
                before < 0 ? null : Change.of(trend.last(), trend.periods().get(before)),
                Change.of(trend.last(), trend.yearAgo()));
    }
}
