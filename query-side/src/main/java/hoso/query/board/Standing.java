package hoso.query.board;

import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import java.util.List;

/**
 * How some dossiers stand at the moment of a board.
 *
 * @param figures of the running month, up to that moment
 * @param due how many of those pending fall due within so many days, for each of {@link #DAYS}
 * @param portalDiffers how many the national portal's rule judges otherwise: {@code portal.differs}
 */
public record Standing(Figures figures, List<Long> due, long portalDiffers) {

    /**
     * In how many days, as the worklist {@code pending.dueWithin} counts them: in what is left of the day, or in so many whole
     * days after it. Both are the same where nothing is known that came after the moment, as nothing is of the future.
     */
    public static final List<Integer> DAYS = List.of(1, 3, 5);

    private static final Cell LATE = Cells.cell("resolved.late");
    private static final Cell OVERDUE = Cells.cell("pending.overdue");
    private static final Cell APOLOGISED = Cells.cell("tags.apologised.inScope");

    public Standing {
        due = List.copyOf(due);
    }

    public long of(String cell) {
        return figures.of(Cells.cell(cell));
    }

    /**
     * Late dossiers without a letter of apology: whoever is closed late in the month, or overdue, less those of the month that
     * have one. One that had its letter and is no longer late, as after a correction, is taken off too.
     */
    public long apologiesOwed() {
        return figures.of(LATE) + figures.of(OVERDUE) - figures.of(APOLOGISED);
    }
}
