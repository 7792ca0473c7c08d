package hoso.query.report.figure;

import java.util.Arrays;
import java.util.List;

/** The value of every cell, for one key of a report. */
public final class Figures {

    /** Every cell 0. */
    public static final Figures NONE = new Figures(new long[Cells.all().size()]);

    private final long[] values;

    private Figures(long[] values) {
        this.values = values;
    }

    /** The figures of a period, from the sums before its start and before its end. */
    public static Figures between(long[] sumsAtStart, long[] sumsAtEnd) {
        long[] values = new long[Cells.all().size()];
        for (Cell cell : Cells.all()) values[cell.index()] = cell.value(sumsAtStart, sumsAtEnd);
        return new Figures(values);
    }

    /** Both together: every cell is a sum, and so adds up. */
    public Figures plus(Figures other) {
        long[] sum = values.clone();
        Arrays.setAll(sum, cell -> sum[cell] + other.values[cell]);
        return new Figures(sum);
    }

    public long of(Cell cell) {
        return values[cell.index()];
    }

    public long sum(List<Cell> cells) {
        long sum = 0;
        for (Cell cell : cells) sum += of(cell);
        return sum;
    }

    /** Whether every cell that a report prints is 0, petitions included. */
    public boolean areZero() {
        return Cells.ofReports().stream().allMatch(cell -> of(cell) == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Figures");
        for (Cell cell : Cells.all())
            if (of(cell) != 0) text.append(' ').append(cell.name()).append('=').append(of(cell));
        return text.toString();
    }
}
