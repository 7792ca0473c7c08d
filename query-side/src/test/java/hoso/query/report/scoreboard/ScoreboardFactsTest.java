package hoso.query.report.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ReferenceFact.ProcedurePublished;
import hoso.event.ReferenceFact.UnitRegistered;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.Names;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.report.Asked;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import hoso.query.report.Town;
import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.ProcedureCount;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.UnitLevel;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScoreboardFactsTest {

    private static final String OF_MARCH = "&from=2025-03-01&to=2025-03-31&by=procedure";
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final Town town = new Town();
    private ReferenceRegister known = town.reference;

    @Test
    void tell_procedures_of_the_top_of_a_tree_alone() {
        assertThat(facts("unit=H1" + OF_MARCH).procedures()).isNotNull();
        assertThat(facts("unit=H1.2" + OF_MARCH).procedures()).isNull();
        assertThat(facts("unit=H1.2.1" + OF_MARCH).procedures()).isNull();
    }

    @Test
    void the_top_is_that_of_the_tree_which_rolls_the_report_up() {
        known = known.with("H1.2", new UnitRegistered("Tỉnh Hai", UnitLevel.PROVINCE, null, LocalDate.of(2025, 4, 1)));
        assertThat(facts("unit=H1.2" + OF_MARCH).procedures()).isNull();
        assertThat(facts("unit=H1.2&tree=2025-04-01" + OF_MARCH).procedures()).isNotNull();
    }

    @Test
    void procedures_are_those_in_force_on_the_last_day_of_the_period_whatever_the_tree() {
        known = known.with("1.000004", published(LocalDate.of(2025, 3, 31)))
                .with("1.000005", published(LocalDate.of(2025, 4, 1)));
        for (String tree : new String[] {"", "&tree=2019-01-01", "&tree=2025-07-01"})
            assertThat(facts("unit=H1" + OF_MARCH + tree).procedures().of(ProcedureCount.ALL))
                    .as(tree)
                    .isEqualTo(4);
    }

    private Facts facts(String query) {
        Scene scene = Scene.of(Asked.question(query), known, Names.PLAIN);
        var reports = new Reports(town.books(), ReadSide.COMPLETE, Asked.EDITION);
        return ScoreboardFacts.of(scene, reports.report(scene, new Standpoint(0, NOW.minusSeconds(60), NOW)));
    }

    private static ProcedurePublished published(LocalDate from) {
        return new ProcedurePublished(
                "Thủ tục",
                "A",
                OnlineLevel.FULL,
                new Processing(Processing.Kind.WORKING_DAYS, 5),
                null,
                null,
                null,
                from);
    }
}
