package hoso.query.report.trend;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.Names;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.report.Asked;
import hoso.query.report.PeriodReport;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import hoso.query.report.Town;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendsTest {

    private static final String MARCH = "unit=H1&from=2025-03-01&to=2025-03-31";
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void each_period_is_the_report_of_that_period() {
        Town town = busy();
        Trend trend = trend(town, MARCH + "&by=field", 4);
        assertThat(trend.periods())
                .extracting(report -> report.question().period().from())
                .containsExactly(
                        LocalDate.of(2024, 12, 1),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 2, 1),
                        LocalDate.of(2025, 3, 1));
        for (PeriodReport report : trend.periods()) same(report, town);
        same(trend.yearAgo(), town);
        assertThat(trend.yearAgo().question().period().from()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    private static void same(PeriodReport report, Town town) {
        var period = report.question().period();
        PeriodReport asked = Asked.report(
                town, "unit=H1&from=" + period.from() + "&to=" + period.to() + "&by=field&tree=2025-03-31");
        assertThat(report.total()).isEqualTo(asked.total());
        assertThat(report.groups()).isEqualTo(asked.groups());
        assertThat(report.identities()).isEqualTo(asked.identities());
    }

    @Test
    void all_are_rolled_up_by_the_tree_of_the_one_asked_about() {
        Town town = new Town().posted("H1.2.2", Instant.parse("2025-06-10T02:00:00Z"), RECEIVED, RECEIVED_ONLINE);
        Trend trend = trend(town, "unit=H1.3&from=2025-07-01&to=2025-07-31", 2);
        assertThat(trend.periods().getFirst().total())
                .isEqualTo(Asked.report(town, "unit=H1.3&from=2025-06-01&to=2025-06-30&tree=2025-07-31")
                        .total());
        assertThat(TrendAnswer.of(trend)
                        .periods()
                        .getFirst()
                        .total()
                        .get("received")
                        .toString())
                .contains("new=1");
    }

    @Test
    void tells_by_how_much_the_last_differs_from_the_one_before_and_from_a_year_ago() {
        Instant march = Instant.parse("2025-03-10T02:00:00Z");
        Instant february = Instant.parse("2025-02-10T02:00:00Z");
        Town town = new Town()
                .posted("H1.1", march, RECEIVED, RECEIVED_ONLINE, CLOSED_LATE, OUTCOME_APPROVED)
                .posted("H1.1", february, RECEIVED, RECEIVED_ONLINE, CLOSED_EARLY, OUTCOME_APPROVED);

        TrendAnswer answer = TrendAnswer.of(trend(town, MARCH, 2));

        assertThat(answer.change()).isNotNull();
        assertThat(answer.change().cells()).isEqualTo(Map.of("resolved.early", -1L, "resolved.late", 1L));
        assertThat(answer.change().rates())
                .containsEntry("late", new BigDecimal("100.00"))
                .containsEntry("onTime", new BigDecimal("-100.00"))
                .doesNotContainKey("online");
        assertThat(answer.changeOnYearAgo().cells()).containsEntry("received.new", 1L);
        assertThat(answer.changeOnYearAgo().rates()).isEmpty();
        assertThat(TrendAnswer.of(trend(town, MARCH, 1)).change()).isNull();
    }

    @Test
    void a_period_that_has_not_ended_is_cut_and_those_before_it_are_not() {
        Trend trend = trend(busy(), MARCH + "&at=2025-03-10T05:00:00Z", 2);
        assertThat(trend.last().cuts().at()).contains(Instant.parse("2025-03-10T05:00:00Z"));
        assertThat(trend.periods().getFirst().cuts().at()).isEmpty();
    }

    @Test
    void periods_that_are_together_longer_than_a_report_may_be_are_refused() {
        assertThatThrownBy(() -> trend(busy(), "unit=H1&from=1990-01-01&to=2024-12-31", 3))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    @Test
    void periods_that_have_together_more_groups_than_an_answer_may_hold_are_refused() {
        Town town = busy();
        int groups = trend(town, MARCH, 3).periods().stream()
                        .mapToInt(report -> report.groups().size())
                        .sum()
                + trend(town, MARCH, 3).yearAgo().groups().size();
        assertThat(trend(town, MARCH, 3, groups).periods()).hasSize(3);
        assertThatThrownBy(() -> trend(town, MARCH, 3, groups - 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    private static Trend trend(Town town, String query, int periods) {
        return trend(town, query, periods, Integer.MAX_VALUE);
    }

    private static Trend trend(Town town, String query, int periods, int groupsMax) {
        Scene scene = Scene.of(Asked.question(query), town.reference, Names.PLAIN);
        var standpoint = new Standpoint(town.position(), NOW.minusSeconds(1), NOW);
        var reports = new Reports(town.books(), ReadSide.COMPLETE, Asked.EDITION);
        return new Trends(town.books(), reports, groupsMax).trend(scene, standpoint, periods);
    }

    private static Town busy() {
        var random = new Random(3);
        var town = new Town();
        for (int index = 0; index < 200; index++)
            town.dossier(random, Instant.parse("2024-02-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        return town;
    }
}
