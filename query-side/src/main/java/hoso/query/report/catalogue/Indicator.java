package hoso.query.report.catalogue;

import java.util.List;

/**
 * A rate of the catalogue as data.
 *
 * @param numerator names of cells, which are added up, those with a {@code -} before them taken off; or of a count of
 *     procedures
 * @param denominator likewise
 */
public record Indicator(
        String id,
        String vi,
        String en,
        List<String> numerator,
        List<String> denominator,
        String source,
        Standing standing,
        Rounding rounding) {

    /** How the rate is written: in percent, to so many decimals. */
    public record Rounding(String unit, int decimals, String mode) {}

    public static Indicator of(Rate rate) {
        return new Indicator(
                rate.id(),
                rate.vi(),
                rate.en(),
                rate.ratio().numerator().names(),
                rate.ratio().denominator().names(),
                rate.source(),
                rate.standing(),
                new Rounding("PERCENT", Ratio.DECIMALS, Ratio.ROUNDING.name()));
    }
}
