package hoso.bench.table;

import java.util.Locale;

/** What a row counts in, and which way is better. */
public enum Measure {
    EVENTS_A_SECOND("/s", true, 0),
    MILLIS(" ms", false, 2),
    SECONDS(" s", false, 2),
    BYTES(" B", false, 0),
    SERIES("", false, 0),
    TIMES(" ×", false, 2);

    private final String unit;
    private final boolean moreIsBetter;
    private final int decimals;

    Measure(String unit, boolean moreIsBetter, int decimals) {
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.decimals = decimals;
    }

    /** With its unit. */
    public String show(double value) {
        int shown = value == Math.rint(value) ? 0 : decimals;
        return String.format(Locale.ROOT, "%,." + shown + "f%s", value, unit);
    }

    /** How many times as good as the floor; from 1 on it is met. */
    double ratio(double reached, double floor) {
        return moreIsBetter ? reached / floor : floor / reached;
    }
}
