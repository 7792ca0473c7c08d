package hoso.query.report.scoreboard;

import hoso.query.report.catalogue.Ratio.Counted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** How the share {@code R} of a criterion becomes points; never less than 0, nor more than its maximum. */
public sealed interface Scoring {

    /** What a denominator of 0 gives. */
    enum WhenNone {
        ABSENT,
        ZERO,
        FULL
    }

    /** What the points grow to the maximum with. */
    BigDecimal fullAt();

    WhenNone whenNone();

    /** As {@code 6·R} or {@code min(6, 6·R/0.5)}. */
    String formula(int max);

    /** {@code max·R}. */
    record Linear(WhenNone whenNone) implements Scoring {

        @Override
        public BigDecimal fullAt() {
            return BigDecimal.ONE;
        }

        @Override
        public String formula(int max) {
            return max + "·R";
        }
    }

    /** {@code min(max, max·R/share)}: nobody need reach more than that share. */
    record FullAt(BigDecimal share, WhenNone whenNone) implements Scoring {

        @Override
        public BigDecimal fullAt() {
            return share;
        }

        @Override
        public String formula(int max) {
            return String.format(Locale.ROOT, "min(%d, %d·R/%s)", max, max, share.toPlainString());
        }
    }

    /** Not rounded; empty where there is nothing to be judged by. */
    default Optional<BigDecimal> points(int max, Counted counted) {
        BigDecimal most = BigDecimal.valueOf(max);
        if (counted.denominator() == 0)
            return switch (whenNone()) {
                case ABSENT -> Optional.empty();
                case ZERO -> Optional.of(BigDecimal.ZERO);
                case FULL -> Optional.of(most);
            };
        BigDecimal full = BigDecimal.valueOf(counted.denominator()).multiply(fullAt());
        BigDecimal reached =
                most.multiply(BigDecimal.valueOf(counted.numerator())).divide(full, MathContext.DECIMAL128);
        return Optional.of(reached.max(BigDecimal.ZERO).min(most));
    }
}
