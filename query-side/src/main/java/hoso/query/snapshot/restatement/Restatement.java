package hoso.query.snapshot.restatement;

import hoso.query.report.PeriodReport;
import java.util.List;

/**
 * What a frozen report would say now.
 *
 * @param now the report as of the newer position
 * @param cells those that differ
 * @param left how many more do
 */
record Restatement(PeriodReport now, List<RestatedCell> cells, long left) {

    Restatement {
        cells = List.copyOf(cells);
    }
}
