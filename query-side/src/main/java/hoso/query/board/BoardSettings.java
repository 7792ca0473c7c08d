package hoso.query.board;

import hoso.vocabulary.ReportingPeriod;
import java.time.Duration;

/**
 * What boards show, and how often.
 *
 * @param month what the running month is by: the one of regular reports, or that of Công điện 644
 * @param depth how far below the top of a tree units have series of their own; 1 is its children
 * @param units how many units have, at most
 * @param every how long from one look at the books to the next
 */
public record BoardSettings(ReportingPeriod month, int depth, int units, Duration every) {

    /** Each unit has some twenty series, and a scrape is to stay below 20,000. */
    public static final int UNITS_MAX = 900;

    private static final int DEPTH_MAX = 20;

    public BoardSettings {
        if (month != ReportingPeriod.MONTH && month != ReportingPeriod.MONTH_644)
            throw new IllegalArgumentException("hoso.boards.month is month or month_644");
        if (depth < 0 || depth > DEPTH_MAX)
            throw new IllegalArgumentException("hoso.boards.depth is a number from 0 to " + DEPTH_MAX);
        if (units < 0 || units > UNITS_MAX)
            throw new IllegalArgumentException("hoso.boards.units is a number from 0 to " + UNITS_MAX);
        if (!every.isPositive()) throw new IllegalArgumentException("hoso.boards.every is more than 0");
    }
}
