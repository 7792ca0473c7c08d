package hoso.query.report.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One quantity over another: what rates and criteria have in common.
 */
public record Ratio(Quantity numerator, Quantity denominator) {

    /** Decimals of a percentage. */
    public static final int DECIMALS = 2;

    /** How the last of them is rounded. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    private static final int PERCENT = 100;

    /** Both as the facts have them. */
    public record Counted(long numerator, long denominator) {

        /** In percent; empty where the denominator is 0. */
        public Optional<BigDecimal> percent() {
            if (denominator == 0) return Optional.empty();
            var hundredfold = BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(PERCENT));
            return Optional.of(hundredfold.divide(BigDecimal.valueOf(denominator), DECIMALS, ROUNDING));
        }
    }

    /** Empty where the facts tell one of them not. */
    public Optional<Counted> of(Facts facts) {
        OptionalLong above = numerator.value(facts);
        OptionalLong below = denominator.value(facts);
        if (above.isEmpty() || below.isEmpty()) return Optional.empty();
        return Optional.of(new Counted(above.getAsLong(), below.getAsLong()));
    }
}
