package hoso.query.report;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.query.question.Names;
import hoso.query.question.ParkedStream;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.question.StillReadSide;
import hoso.query.report.PeriodReport.Group;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.query.report.figure.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

    private static final String MARCH = "from=2025-03-01&to=2025-03-31";
    private static final Instant IN_MARCH = Instant.parse("2025-03-10T02:00:00Z");
    private static final Instant IN_FEBRUARY = Instant.parse("2025-02-10T02:00:00Z");

    @Test
    void counts_what_the_subtree_owns_and_nothing_beside_it() {
        Town town = new Town()
                .posted("H1.2", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.2.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.3", IN_MARCH, RECEIVED, RECEIVED_ONLINE);

        PeriodReport report = Asked.report(town, "unit=H1.2&" + MARCH);

        assertThat(cell(report.total(), "received.new")).isEqualTo(2);
        assertThat(report.name()).isEqualTo("Huyện Hai");
        assertThat(report.edition()).isEqualTo(7);
        assertThat(report.identities()).hasSize(9).allMatch(Identity::holds);
    }

    @Test
    void the_first_instant_of_the_period_is_in_it_and_the_end_is_not() {
        Town town = new Town()
                .posted("H1.1", Instant.parse("2025-02-28T17:00:00Z"), RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", Instant.parse("2025-03-31T16:59:59.999999Z"), RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", Instant.parse("2025-03-31T17:00:00Z"), RECEIVED, RECEIVED_ONLINE);

        assertThat(cell(Asked.report(town, "unit=H1&" + MARCH).total(), "received.new"))
                .isEqualTo(2);
    }

    @Test
    void by_unit_shows_every_child_and_the_unit_itself_only_where_it_has_something() {
        Town town = new Town().posted("H1.2.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE);
        assertThat(keys(Asked.report(town, "unit=H1&" + MARCH))).containsExactly("H1.1", "H1.2", "H1.3");

        town.posted("H1", IN_FEBRUARY, PETITION_RECEIVED, PETITION_REGULATION);
        PeriodReport report = Asked.report(town, "unit=H1&by=unit&" + MARCH);
        assertThat(keys(report)).containsExactly("H1", "H1.1", "H1.2", "H1.3");
        assertThat(cell(report.groups().getFirst().figures(), "petitions.carriedOver"))
                .isEqualTo(1);
        assertThat(report.groups())
                .extracting(Group::name)
                .containsExactly("Tỉnh Một", "Sở Một", "Huyện Hai", "Huyện Ba");
    }

    @Test
    void rolls_up_by_the_tree_of_its_last_day_unless_another_is_asked_for() {
        Town town = new Town().posted("H1.2.2", IN_MARCH, RECEIVED, RECEIVED_ONLINE);

        assertThat(received(Asked.report(town, "unit=H1&" + MARCH), "H1.2")).isEqualTo(1);
        assertThat(received(Asked.report(town, "unit=H1&tree=2025-07-01&" + MARCH), "H1.2"))
                .isZero();
        assertThat(received(Asked.report(town, "unit=H1&tree=2025-07-01&" + MARCH), "H1.3"))
                .isEqualTo(1);
        assertThat(received(Asked.report(town, "unit=H1&from=2025-03-01&to=2025-07-01"), "H1.3"))
                .isEqualTo(1);
    }

    @Test
    void by_level_takes_the_level_of_the_owner_and_counts_petitions() {
        Town town = new Town()
                .posted("H1.2.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.2.2", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.3", IN_MARCH, PETITION_RECEIVED, PETITION_BEHAVIOUR);

        PeriodReport report = Asked.report(town, "unit=H1&by=level&" + MARCH);

        assertThat(keys(report)).containsExactly("COMMUNE", "DISTRICT");
        assertThat(received(report, "COMMUNE")).isEqualTo(2);
        assertThat(cell(figures(report, "DISTRICT"), "petitions.behaviour")).isEqualTo(1);
        assertThat(report.groups()).extracting(Group::name).containsExactly("Cấp xã", "Cấp huyện");
    }

    @ParameterizedTest
    @CsvSource({
        "procedure, 1.000001, Thủ tục 1.000001",
        "field, A, A",
        "channel, ONLINE, Trực tuyến",
    })
    void other_groupings_show_the_keys_that_have_something(String by, String key, String name) {
        Town town = new Town()
                .posted("H1.2.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.3", IN_MARCH, PETITION_RECEIVED, PETITION_BEHAVIOUR);

        PeriodReport report = Asked.report(town, "unit=H1&by=" + by + "&" + MARCH);

        assertThat(report.groups()).hasSize(1);
        assertThat(report.groups().getFirst().key()).isEqualTo(key);
        assertThat(report.groups().getFirst().name()).isEqualTo(name);
        assertThat(cell(report.total(), "petitions.received")).isEqualTo(1);
        assertThat(report.identities()).allMatch(Identity::holds);
    }

    @Test
    void is_cut_by_now_while_its_period_runs_and_says_so() {
        Town town = new Town()
                .posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", IN_MARCH.plusSeconds(1), RECEIVED, RECEIVED_ONLINE);

        PeriodReport running = Asked.report(town, "unit=H1&" + MARCH, IN_MARCH.plusSeconds(1));
        assertThat(cell(running.total(), "received.new")).isEqualTo(1);
        assertThat(running.cuts().at()).contains(IN_MARCH.plusSeconds(1));
        assertThat(running.identities()).allMatch(Identity::holds);

        PeriodReport ended = Asked.report(town, "unit=H1&" + MARCH);
        assertThat(cell(ended.total(), "received.new")).isEqualTo(2);
        assertThat(ended.cuts().at()).isEmpty();
    }

    @Test
    void is_cut_by_a_moment_within_it_and_not_by_one_after_it() {
        Town town = new Town()
                .posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", IN_MARCH.plusSeconds(5), OVERDUE);

        PeriodReport early = Asked.report(town, "unit=H1&at=2025-03-10T02:00:05Z&" + MARCH);
        assertThat(cell(early.total(), "pending.overdue")).isZero();
        PeriodReport later = Asked.report(town, "unit=H1&at=2025-03-10T02:00:05.000001Z&" + MARCH);
        assertThat(cell(later.total(), "pending.overdue")).isEqualTo(1);
        PeriodReport after = Asked.report(town, "unit=H1&at=2025-04-10T02:00:05Z&" + MARCH);
        assertThat(after.cuts().at()).isEmpty();
    }

    @Test
    void a_period_that_has_not_begun_has_no_report() {
        assertThatThrownBy(() -> Asked.report(new Town(), "unit=H1&" + MARCH, IN_FEBRUARY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void looks_no_further_than_its_position() {
        Town town = new Town().posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE);
        Scene scene = Scene.of(Asked.question("unit=H1&" + MARCH), town.reference, Names.PLAIN);
        var before = new Standpoint(town.position(), IN_MARCH, Instant.parse("2026-11-20T00:00:00Z"));
        town.posted("H1.1", IN_MARCH, RECEIVED, -1).posted("H1.1", IN_MARCH, RECEIVED_ONLINE, -1);

        assertThat(cell(
                        new Reports(town.books(), ReadSide.COMPLETE, 1)
                                .report(scene, before)
                                .total(),
                        "received.new"))
                .isEqualTo(1);
        assertThat(cell(Asked.report(town, "unit=H1&" + MARCH).total(), "received.new"))
                .isZero();
    }

    @Test
    void names_the_parked_dossiers_that_it_misses_and_no_others() {
        var readSide = new StillReadSide(List.of(
                new ParkedStream("H1.2-1", 1, "H1.2.1"),
                new ParkedStream("H1.3-1", 1, "H1.3"),
                new ParkedStream("nobody-knows", 1, null),
                new ParkedStream("later", 9, "H1.2")));
        Town town = new Town().posted("H1.2", IN_MARCH, RECEIVED);
        Scene scene = Scene.of(Asked.question("unit=H1.2&" + MARCH), town.reference, Names.PLAIN);
        var standpoint = new Standpoint(1, IN_MARCH, Instant.parse("2026-11-20T00:00:00Z"));

        assertThat(new Reports(town.books(), readSide, 1)
                        .report(scene, standpoint)
                        .parked())
                .extracting(ParkedStream::id)
                .containsExactly("H1.2-1", "nobody-knows");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void random_towns_add_up_in_every_grouping_and_cell(long seed) {
        var random = new Random(seed);
        Town town = new Town();
        Instant earliest = Instant.parse("2025-01-01T00:00:00Z");
        Instant latest = Instant.parse("2025-05-01T00:00:00Z");
        for (int dossier = 0; dossier < 200; dossier++) town.dossier(random, earliest, latest);
        for (int petition = 0; petition < 20; petition++) town.petition(random, earliest, latest);

        for (String by : List.of("unit", "level", "field", "procedure", "channel")) {
            PeriodReport report = Asked.report(town, "unit=H1&by=" + by + "&" + MARCH);
            assertThat(report.identities()).as("seed %d by %s", seed, by).allMatch(Identity::holds);
            assertThat(report.groups().stream()
                            .mapToLong(group -> cell(group.figures(), "received.total"))
                            .sum())
                    .as("seed %d by %s", seed, by)
                    .isEqualTo(cell(report.total(), "received.total"))
                    .isPositive();
        }
    }

    private static long received(PeriodReport report, String key) {
        return cell(figures(report, key), "received.new");
    }

    private static Figures figures(PeriodReport report, String key) {
        return report.groups().stream()
                .filter(group -> group.key().equals(key))
                .findAny()
                .orElseThrow()
                .figures();
    }

    private static List<String> keys(PeriodReport report) {
        return report.groups().stream().map(Group::key).toList();
    }

    private static long cell(Figures figures, String name) {
        return figures.of(Cells.named(name).orElseThrow());
    }
}
