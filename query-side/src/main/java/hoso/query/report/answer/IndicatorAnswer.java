package hoso.query.report.answer;

import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Rate;
import hoso.query.report.figure.Rates;
import java.util.List;

/**
 * The catalogue of rates as data.
 *
 * @param edition the version of the rules that the catalogue belongs to
 */
public record IndicatorAnswer(int edition, List<Indicator> indicators) {

    /**
     * @param numerator names of cells, which are added up
     * @param denominator likewise
     */
    public record Indicator(
            String id,
            String vi,
            String en,
            List<String> numerator,
            List<String> denominator,
            String source,
            Rounding rounding) {}

    /** How the rate is written: in percent, to so many decimals. */
    public record Rounding(String unit, int decimals, String mode) {}

    public static IndicatorAnswer of(int edition) {
        return new IndicatorAnswer(
                edition, Rates.all().stream().map(IndicatorAnswer::indicator).toList());
    }

    private static Indicator indicator(Rate rate) {
        return new Indicator(
                rate.id(),
                rate.vi(),
                rate.en(),
                rate.numerator().stream().map(Cell::name).toList(),
                rate.denominator().stream().map(Cell::name).toList(),
                rate.source(),
                new Rounding("PERCENT", Rate.DECIMALS, Rate.ROUNDING.name()));
    }
}
