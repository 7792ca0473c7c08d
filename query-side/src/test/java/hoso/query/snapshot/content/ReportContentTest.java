package hoso.query.snapshot.content;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ReferenceFact.ProcedurePublished;
import hoso.event.history.ReferenceRegister;
import hoso.query.canonical.Canonical;
import hoso.query.report.Asked;
import hoso.query.report.Grouping;
import hoso.query.report.PeriodReport;
import hoso.query.report.Town;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.query.report.scoreboard.Catalogue;
import hoso.query.snapshot.SnapshotKind;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ReportContentTest {

    private static final String MARCH = "unit=H1&from=2025-03-01&to=2025-03-31";
    private static final Instant LATER = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant IN_MARCH = Instant.parse("2025-03-10T02:00:00Z");

    @ParameterizedTest
    @EnumSource
    void holds_every_figure_of_the_report_by_every_grouping(Grouping grouping) {
        Town town = busy(7);
        PeriodReport report =
                Asked.report(town, MARCH + "&by=" + grouping.name().toLowerCase(Locale.ROOT));

        FrozenReport frozen = FrozenTown.report(town, MARCH);

        same(frozen.total(), report.total(), true);
        assertThat(frozen.groups(grouping)).hasSameSizeAs(report.groups());
        for (int index = 0; index < report.groups().size(); index++) {
            assertThat(frozen.groups(grouping).get(index).key())
                    .isEqualTo(report.groups().get(index).key());
            assertThat(frozen.groups(grouping).get(index).name())
                    .isEqualTo(report.groups().get(index).name());
            same(
                    frozen.groups(grouping).get(index).figures(),
                    report.groups().get(index).figures(),
                    grouping.countsPetitions());
        }
    }

    @Test
    void says_what_it_is_and_from_where_it_was_seen() {
        FrozenReport frozen = FrozenTown.report(busy(8), MARCH + "&by=field&tree=2025-07-01");

        assertThat(frozen.unit()).isEqualTo("H1");
        assertThat(frozen.name()).isEqualTo("Tỉnh Một");
        assertThat(frozen.kind()).isEqualTo(SnapshotKind.MONTH);
        assertThat(frozen.by()).isEqualTo(Grouping.FIELD);
        assertThat(frozen.form()).isEqualTo("II.06");
        assertThat(frozen.edition()).isEqualTo(Asked.EDITION);
        assertThat(frozen.tree()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(frozen.period().to()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(frozen.position()).isEqualTo(300);
        assertThat(frozen.recordedAt()).contains(Instant.parse("2024-04-01T02:00:00Z"));
        assertThat(frozen.identities()).hasSize(9).containsValue(true).doesNotContainValue(false);
        assertThat(frozen.provisional()).isFalse();
        assertThat(frozen.at()).isEmpty();
    }

    @Test
    void names_the_units_above_nearest_first() {
        assertThat(FrozenTown.report(busy(8), MARCH.replace("unit=H1", "unit=H1.2.1"))
                        .above())
                .containsExactly("Huyện Hai", "Tỉnh Một");
        assertThat(FrozenTown.report(busy(8), MARCH).above()).isEmpty();
    }

    @Test
    void a_period_that_has_not_ended_is_provisional_and_keeps_the_moment() {
        byte[] bytes = FrozenTown.bytes(busy(9), MARCH, SnapshotKind.CUSTOM, IN_MARCH);

        assertThat(FrozenReport.read(bytes).provisional()).isTrue();
        assertThat(FrozenReport.read(bytes).at()).contains(IN_MARCH);
    }

    @Test
    void its_bytes_do_not_depend_on_when_a_past_period_was_frozen() {
        assertThat(FrozenTown.bytes(busy(10), MARCH, SnapshotKind.MONTH, LATER))
                .isEqualTo(FrozenTown.bytes(busy(10), MARCH, SnapshotKind.MONTH, LATER.plusSeconds(86_400)));
    }

    @Test
    void has_the_periods_before_it_end_to_end_and_the_year_before() {
        Town town = new Town()
                .posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", Instant.parse("2025-02-10T02:00:00Z"), RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", Instant.parse("2024-03-05T02:00:00Z"), RECEIVED, RECEIVED_ONLINE);

        FrozenReport frozen = FrozenTown.report(town, MARCH);

        assertThat(frozen.trend()).hasSize(12);
        assertThat(frozen.trend().getLast().period()).isEqualTo(frozen.period());
        assertThat(frozen.trend())
                .extracting(past -> past.total().cell("received.new"))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
        assertThat(frozen.yearAgo().period().from()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(frozen.yearAgo().total().cell("received.new")).isEqualTo(1);
    }

    @Test
    void holds_what_the_catalogue_makes_of_procedures_and_of_what_no_report_prints() {
        FrozenReport frozen = FrozenTown.report(busy(11), MARCH);

        assertThat(frozen.catalogue()).isEqualTo(Catalogue.VERSION);
        assertThat(frozen.procedures().cell("all")).isEqualTo(3);
        assertThat(frozen.rates().get("proceduresOnline")).isEqualByComparingTo("100");
        assertThat(frozen.rates()).containsAllEntriesOf(frozen.total().rates());
        assertThat(frozen.reckoned().find("portal.inScope"))
                .contains(frozen.total().cell("received.total"));
        assertThat(frozen.reckoned().find("received.total")).isEmpty();
        assertThat(frozen.content().at("/scoreboard/max").intValue()).isEqualTo(100);
        assertThat(frozen.content().at("/scoreboard/groups")).hasSize(6);
    }

    @Test
    void procedures_of_the_register_are_those_of_no_unit_within_the_tree() {
        FrozenReport frozen = FrozenTown.report(busy(11), "unit=H1.2&from=2025-03-01&to=2025-03-31");

        assertThat(frozen.content().has("procedures")).isFalse();
        assertThat(frozen.rates()).isNotEmpty().isEqualTo(frozen.total().rates());
        JsonNode online = frozen.content().at("/scoreboard/groups/2/criteria/0");
        assertThat(online.path("code").stringValue()).isEqualTo("ONLINE_PROCEDURES");
        assertThat(online.path("note").stringValue()).isEqualTo("không có dữ liệu");
    }

    @Test
    void electronic_copies_are_those_of_the_procedures_that_made_them_on_the_last_day_of_the_period() {
        Town town = new Town().posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE);
        ReferenceRegister known = town.reference
                .with("1.000001", published(true, LocalDate.of(2025, 3, 31)))
                .with("1.000001", published(false, LocalDate.of(2025, 4, 1)));

        FrozenReport frozen = FrozenTown.report(town, known, MARCH + "&tree=2025-07-01");

        assertThat(frozen.electronicCopies().cell("received.new")).isEqualTo(1);
    }

    @Test
    void a_report_of_a_century_has_no_centuries_before_it() {
        FrozenReport frozen =
                FrozenTown.report(busy(12), "unit=H1&from=1950-01-01&to=2049-12-31&at=2026-01-01T00:00:00Z");
        assertThat(frozen.trend()).hasSize(1);
        assertThat(frozen.yearAgo().period().from()).isEqualTo(LocalDate.of(1949, 1, 1));
    }

    @Test
    void a_sum_beyond_what_numbers_of_json_can_tell_stays_exact() {
        long dong = (1L << 53) + 1;
        Town town = new Town().posted("H1.1", IN_MARCH, AMOUNT_PAID_ONLINE, dong);

        assertThat(FrozenTown.report(town, MARCH).total().cell("amounts.paidOnline"))
                .isEqualTo(dong);
    }

    /** Another shape is another {@link ReportContent#LAYOUT}: else older snapshots would seem to have been changed. */
    @Test
    void its_shape_is_that_of_the_layout_it_names() {
        assertThat(ReportContent.LAYOUT).isEqualTo(1);
        List<String> members = new ArrayList<>();
        FrozenTown.report(new Town(), MARCH)
                .content()
                .properties()
                .forEach(member ->
                        members.add(member.getKey() + member.getValue().propertyNames()));
        members.removeIf(member -> member.startsWith("rates["));
        assertThat(members)
                .containsExactly(
                        "above[]",
                        "by[]",
                        "catalogue[]",
                        "electronicCopies[amounts, pending, rates, received, resolved, tags]",
                        "form[id, version]",
                        "groupings[channel, field, level, procedure]",
                        "kind[]",
                        "layout[]",
                        "procedures[all, feePaidOnline, online, onlineUsed, withFee]",
                        "provisional[]",
                        "reckoned[digitizedThroughout, petitions, portal]",
                        "report[asOf, edition, from, groups, identities, name, to, total, tree, unit]",
                        "scoreboard[groups, local, max, portal]",
                        "trend[periods, yearAgo]");
    }

    @Test
    void the_canonical_form_is_that_of_rfc_8785() {
        assertThat(Canonical.bytes(java.util.Map.of("b", 1L, "a", new java.math.BigDecimal("93.50"), "é", "\n€")))
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":93.5,\"b\":1,\"é\":\"\\n€\"}");
    }

    private static void same(FrozenFigures frozen, Figures figures, boolean petitions) {
        for (Cell cell : Cells.ofReports())
            if (petitions || !cell.countsPetitions())
                assertThat(frozen.find(cell.name())).as(cell.name()).contains(figures.of(cell));
            else assertThat(frozen.find(cell.name())).as(cell.name()).isEmpty();
        Rates.of(figures)
                .forEach((id, rate) -> assertThat(frozen.rate(id).orElseThrow()).isEqualByComparingTo(rate));
        assertThat(frozen.rates()).hasSameSizeAs(Rates.of(figures));
    }

    private static ProcedurePublished published(boolean electronicCopy, LocalDate from) {
        var processing = new Processing(Processing.Kind.WORKING_DAYS, 5);
        return new ProcedurePublished(
                "Chứng thực", "A", OnlineLevel.FULL, processing, null, null, electronicCopy, from);
    }

    private static Town busy(long seed) {
        var random = new Random(seed);
        var town = new Town();
        for (int index = 0; index < 280; index++)
            town.dossier(random, Instant.parse("2024-12-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        for (int index = 0; index < 20; index++)
            town.petition(random, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        return town;
    }
}
