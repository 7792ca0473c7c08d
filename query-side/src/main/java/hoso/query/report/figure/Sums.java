package hoso.query.report.figure;

import hoso.query.ledger.Measure;

/**
 * What the books answer for one key of a report: the sums of its lines before three cuts.
 *
 * @param before before {@code F − length}, where the period before begins
 * @param start before {@code F}
 * @param end before {@code T}
 */
public record Sums(long[] before, long[] start, long[] end) {

    /** Nothing at all. */
    public static Sums none() {
        int measures = Measure.all().size();
        return new Sums(new long[measures], new long[measures], new long[measures]);
    }

    /** The rows that the books give for the three cuts, in their order. */
    public static Sums of(long[][] rows) {
        return new Sums(rows[0], rows[1], rows[2]);
    }

    public Sums plus(Sums other) {
        return new Sums(added(before, other.before), added(start, other.start), added(end, other.end));
    }

    /** The figures of {@code [F, T)}. */
    public Figures figures() {
        return Figures.between(start, end);
    }

    /** The figures of {@code [F − length, F)}. */
    Figures periodBefore() {
        return Figures.between(before, start);
    }

    /** The figures of {@code [F − length, T)}. */
    Figures bothPeriods() {
        return Figures.between(before, end);
    }

    /** The flows of all time before {@code F}. */
    Figures untilStart() {
        return Figures.between(none().end, start);
    }

    /** The flows of all time before {@code T}. */
    Figures untilEnd() {
        return Figures.between(none().end, end);
    }

    private static long[] added(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int measure = 0; measure < sum.length; measure++) sum[measure] += other[measure];
        return sum;
    }
}
