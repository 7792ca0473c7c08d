package hoso.query.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A rate of the catalogue, in percent.
 *
 * @param numerator cells that are added up
 * @param denominator cells that are added up; where they are 0 there is no rate
 * @param source the legal act that asks for it
 */
public record Rate(String id, String vi, String en, List<Cell> numerator, List<Cell> denominator, String source) {

    /** Decimals of the percentage. */
    public static final int DECIMALS = 2;

    /** How the last of them is rounded. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    private static final int PERCENT = 100;

    public Rate {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    public Optional<BigDecimal> of(Figures figures) {
        long whole = sum(denominator, figures);
        if (whole == 0) return Optional.empty();
        var hundredfold = BigDecimal.valueOf(sum(numerator, figures)).multiply(BigDecimal.valueOf(PERCENT));
        return Optional.of(hundredfold.divide(BigDecimal.valueOf(whole), DECIMALS, ROUNDING));
    }

    /** Whether the numerator stays within the denominator. */
    boolean isShareIn(Figures figures) {
        return sum(numerator, figures) <= sum(denominator, figures);
    }

    private static long sum(List<Cell> cells, Figures figures) {
        long sum = 0;
        for (Cell cell : cells) sum += figures.of(cell);
        return sum;
    }
}
