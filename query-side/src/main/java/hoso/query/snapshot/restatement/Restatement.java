package hoso.query.snapshot.restatement;

import hoso.query.report.PeriodReport;
import java.util.List;

/**
 * What a frozen report would say now.
 *
 * @param now the report as of the newer position
 * @param cells those that differ
 */
record Restatement(PeriodReport now, List<RestatedCell> cells) {

    Restatement {
        cells = List.copyOf(cells);
    }
}
