package hoso.query.board;

import hoso.query.ledger.Measure;
import hoso.query.report.figure.Sums;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums before each cut of a board, of one unit or of several together. The cuts are where the neighbour of the month begins,
 * where the month begins, the moment, and one for each of {@link Standing#DAYS}.
 */
final class UnitRows {

    private static final int MOMENT = 2;
    private static final int CUTS = MOMENT + 1 + Standing.DAYS.size();
    private static final int OVERDUE = Measure.OVERDUE.ordinal();

    private final long[][] rows = new long[CUTS][Measure.all().size()];
    private long portalDiffers;

    void add(long[][] more) {
        for (int cut = 0; cut < CUTS; cut++)
            for (int measure = 0; measure < more[cut].length; measure++) rows[cut][measure] += more[cut][measure];
    }

    void add(UnitRows other) {
        add(other.rows);
        differ(other.portalDiffers);
    }

    void differ(long dossiers) {
        portalDiffers += dossiers;
    }

    Sums sums() {
        return Sums.of(rows);
    }

    Standing standing() {
        List<Long> due = IntStream.range(MOMENT + 1, CUTS)
                .mapToObj(cut -> rows[cut][OVERDUE] - rows[MOMENT][OVERDUE])
                .toList();
        return new Standing(sums().figures(), due, portalDiffers);
    }
}
