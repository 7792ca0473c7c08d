package hoso.query.report.figure;

import hoso.query.ledger.Measure;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A figure as a sum over the ledger: how often each measure counts in it, summed before the start {@code F} and before
 * the end {@code T} of the period. The same formula over the lines of one dossier tells what that dossier adds.
 */
final class Formula {

    private static final int MEASURES = Measure.all().size();

    private final int[] atStart;
    private final int[] atEnd;

    /** The measures that count at all, so that a figure costs by its few terms and not by all measures. */
    private final int[] counted;

    private Formula(int[] atStart, int[] atEnd) {
        this.atStart = atStart;
        this.atEnd = atEnd;
        this.counted = IntStream.range(0, MEASURES)
                .filter(measure -> atStart[measure] != 0 || atEnd[measure] != 0)
                .toArray();
    }

    /** What fell into {@code [F, T)}. */
    static Formula flow(Measure... measures) {
        return stockAtEnd(measures).minus(stockAtStart(measures));
    }

    /** What stood at {@code F}. */
    static Formula stockAtStart(Measure... measures) {
        return new Formula(counts(measures), counts());
    }

    /** What stands at {@code T}. */
    static Formula stockAtEnd(Measure... measures) {
        return new Formula(counts(), counts(measures));
    }

    Formula plus(Formula other) {
        return combined(other, 1);
    }

    Formula minus(Formula other) {
        return combined(other, -1);
    }

    /** Whether it counts what fell into the period alone, so that periods end to end add up. */
    boolean isFlow() {
        return IntStream.of(counted).allMatch(measure -> atStart[measure] == -atEnd[measure]);
    }

    long value(long[] sumsAtStart, long[] sumsAtEnd) {
        long value = 0;
        for (int measure : counted)
            value += atStart[measure] * sumsAtStart[measure] + atEnd[measure] * sumsAtEnd[measure];
        return value;
    }

    private Formula combined(Formula other, int sign) {
        int[] start = atStart.clone();
        int[] end = atEnd.clone();
        Arrays.setAll(start, measure -> start[measure] + sign * other.atStart[measure]);
        Arrays.setAll(end, measure -> end[measure] + sign * other.atEnd[measure]);
        return new Formula(start, end);
    }

    private static int[] counts(Measure... measures) {
        int[] counts = new int[MEASURES];
        for (Measure measure : measures) counts[measure.ordinal()]++;
        return counts;
    }
}
