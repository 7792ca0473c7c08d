package hoso.query.report.catalogue;

import hoso.query.report.figure.Figures;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A rate of the catalogue, in percent.
 *
 * @param source who asks for it, or where it was found
 */
public record Rate(String id, String vi, String en, Ratio ratio, String source, Standing standing) {

    /** Empty where the facts do not tell, or the denominator is 0. */
    public Optional<BigDecimal> of(Facts facts) {
        return ratio.of(facts).flatMap(Ratio.Counted::percent);
    }

    /** Whether the numerator stays within the denominator. */
    boolean isShareIn(Figures figures) {
        return ratio.of(Facts.of(figures))
                .map(counted -> counted.numerator() <= counted.denominator())
                .orElse(true);
    }
}
