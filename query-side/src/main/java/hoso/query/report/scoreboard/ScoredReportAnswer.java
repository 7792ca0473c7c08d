package hoso.query.report.scoreboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.question.ParkedStream;
import hoso.query.question.PositionAnswer;
import hoso.query.report.PeriodReport;
import hoso.query.report.ReportQuestion;
import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scoreboard of a unit over a period, with every rate of the catalogue, of the top of a tree those of procedures included.
 *
 * @param at only where it cut the period
 * @param edition of the ledger's rules
 * @param version of the catalogue
 * @param max points of all criteria
 * @param local points by the local rule, of how many that can be computed
 * @param portal likewise by the national portal's
 * @param parked the dossiers and petitions that the figures miss events of; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoredReportAnswer(
        String unit,
        String name,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        PositionAnswer asOf,
        @Nullable Instant at,
        int edition,
        String version,
        int max,
        ScoreboardAnswer.Points local,
        ScoreboardAnswer.Points portal,
        List<ScoreboardAnswer.Group> groups,
        Map<String, BigDecimal> rates,
        @Nullable List<String> parked) {

    static ScoredReportAnswer of(PeriodReport report, Facts facts) {
        ReportQuestion question = report.question();
        var board = ScoreboardAnswer.of(Scoreboard.of(facts));
        List<String> parked = ParkedStream.ids(report.parked());
        return new ScoredReportAnswer(
                question.unit(),
                report.name(),
                question.period().from(),
                question.period().to(),
                question.tree(),
                PositionAnswer.of(report.standpoint()),
                report.cuts().at().orElse(null),
                report.edition(),
                Catalogue.VERSION,
                board.max(),
                board.local(),
                board.portal(),
                board.groups(),
                Rates.of(facts),
                parked.isEmpty() ? null : parked);
    }
}
