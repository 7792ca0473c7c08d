package hoso.query.report.answer;

import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.catalogue.Ratio;
import hoso.query.report.catalogue.Standing;
import hoso.query.report.scoreboard.Criteria;
import hoso.query.report.scoreboard.ScoreboardCatalogue;
import java.util.List;

/**
 * The catalogue of indicators as data.
 *
 * @param edition the version of the rules by which the books are made
 * @param version of the catalogue
 */
public record IndicatorAnswer(int edition, int version, List<Indicator> indicators, ScoreboardCatalogue scoreboard) {

    /**
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
            Rounding rounding) {}

    /** How the rate is written: in percent, to so many decimals. */
    public record Rounding(String unit, int decimals, String mode) {}

    public static IndicatorAnswer of(int edition) {
        return new IndicatorAnswer(
                edition,
                Rates.VERSION,
                Rates.all().stream().map(IndicatorAnswer::indicator).toList(),
                ScoreboardCatalogue.of(Criteria.all()));
    }

    private static Indicator indicator(Rate rate) {
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
