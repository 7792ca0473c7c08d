package hoso.query.report.answer;

import hoso.query.report.catalogue.Indicator;
import hoso.query.report.scoreboard.Catalogue;
import hoso.query.report.scoreboard.ScoreboardCatalogue;
import java.util.List;

/**
 * The catalogue of indicators as data.
 *
 * @param edition the version of the rules by which the books are made
 * @param version of the catalogue
 */
public record IndicatorAnswer(int edition, String version, List<Indicator> indicators, ScoreboardCatalogue scoreboard) {

    public static IndicatorAnswer of(int edition) {
        Catalogue catalogue = Catalogue.CURRENT;
        return new IndicatorAnswer(edition, Catalogue.VERSION, catalogue.indicators(), catalogue.scoreboard());
    }
}
