package hoso.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.AsOf;
import hoso.query.question.View;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportQuestionTest {

    private static final String MARCH = "unit=H20&from=2024-02-21&to=2024-03-20";

    @Test
    void asks_by_unit_in_the_tree_of_its_last_day_as_of_the_newest_where_it_says_nothing_else() {
        ReportQuestion question = question(MARCH);

        assertThat(question.unit()).isEqualTo("H20");
        assertThat(question.period()).isEqualTo(new Period(LocalDate.of(2024, 2, 21), LocalDate.of(2024, 3, 20)));
        assertThat(question.by()).isEqualTo(Grouping.UNIT);
        assertThat(question.tree()).isEqualTo(LocalDate.of(2024, 3, 20));
        assertThat(question.at()).isEmpty();
        assertThat(question.view()).isEqualTo(new View(new AsOf.Newest(), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "&by=procedure, PROCEDURE",
        "&by=field, FIELD",
        "&by=channel, CHANNEL",
        "&by=level, LEVEL",
        "&by=unit, UNIT",
    })
    void takes_a_grouping(String by, Grouping grouping) {
        assertThat(question(MARCH + by).by()).isEqualTo(grouping);
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2024-03, 2024-02-15, 2024-03-14",
        "month_644, 2024-03, 2024-02-21, 2024-03-20",
        "quarter, 2024-Q1, 2023-12-15, 2024-03-14",
        "half_year, 2024-H2, 2024-06-15, 2024-12-14",
        "year, 2024, 2023-12-15, 2024-12-14"
    })
    void takes_a_period_that_a_regulation_sets(String preset, String of, LocalDate from, LocalDate to) {
        assertThat(question("unit=H20&preset=" + preset + "&of=" + of).period()).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=H20&preset=month",
                "unit=H20&preset=fortnight&of=2024-03",
                "unit=H20&preset=month&of=2024-Q1",
                "unit=H20&preset=year&of=12024",
                "unit=H20&preset=month&of=2024-03&from=2024-02-15&to=2024-03-14",
                MARCH + "&of=2024-03",
            })
    void a_preset_needs_a_period_of_its_own_and_no_other(String query) {
        assertThatThrownBy(() -> question(query))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    @Test
    void takes_a_tree_of_another_date_and_a_position_to_wait_for() {
        ReportQuestion question = question(MARCH + "&tree=2025-07-01&minPosition=12&asOf=9");

        assertThat(question.tree()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(question.view()).isEqualTo(new View(new AsOf.Position(9), 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-01T10:20:00+07:00", "2024-03-01T10:20:00 07:00", "2024-03-01T03:20:00Z"})
    void takes_instants_whose_plus_may_have_become_a_space(String instant) {
        ReportQuestion question = question(MARCH + "&at=" + instant + "&asOf=" + instant);

        assertThat(question.at()).contains(Instant.parse("2024-03-01T03:20:00Z"));
        assertThat(question.view().asOf()).isEqualTo(new AsOf.RecordedBy(Instant.parse("2024-03-01T03:20:00Z")));
    }

    @Test
    void may_look_at_the_very_start_of_its_period() {
        assertThat(question(MARCH + "&at=2024-02-21T00:00:00+07:00").at()).isPresent();
    }

    @Test
    void spans_a_hundred_years_at_most() {
        assertThat(question("unit=H20&from=1990-01-01&to=2089-12-31").period().days())
                .isEqualTo(36_525);
        refused("unit=H20&from=1990-01-01&to=2090-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2024-02-21&to=2024-03-20",
                "unit=H20&to=2024-03-20",
                "unit=H20&from=2024-02-21",
                "unit=H20&from=2024-03-21&to=2024-03-20",
                "unit=H20&from=2024-02-30&to=2024-03-20",
                "unit=H20&from=21/02/2024&to=2024-03-20",
                "unit=H20&from=1899-12-31&to=2024-03-20",
                "unit=H20&from=2024-02-21&to=2101-01-01",
                "unit=&from=2024-02-21&to=2024-03-20",
                "unit=H 20&from=2024-02-21&to=2024-03-20",
                "unit=H20'--&from=2024-02-21&to=2024-03-20",
                "unit=-H20&from=2024-02-21&to=2024-03-20",
                "unit=H20&unit=H21&from=2024-02-21&to=2024-03-20",
                MARCH + "&by=",
                MARCH + "&by=day",
                MARCH + "&by=UNIT",
                MARCH + "&tree=today",
                MARCH + "&at=2024-03-01",
                MARCH + "&at=2024-03-01T10:20:00",
                MARCH + "&at=2024-02-20T23:59:59+07:00",
                MARCH + "&asOf=-1",
                MARCH + "&asOf=1.5",
                MARCH + "&asOf=9999999999999999999",
                MARCH + "&asOf=yesterday",
                MARCH + "&asOf=٣",
                MARCH + "&minPosition=many",
                MARCH + "&minPosition=-1",
                MARCH + "&groupBy=unit",
            })
    void is_malformed_where_a_parameter_is_missing_repeated_unknown_or_wrong(String query) {
        refused(query);
    }

    @Test
    void is_malformed_where_a_parameter_goes_on_for_ever() {
        refused(MARCH + "&at=" + "1".repeat(10_000));
    }

    private static void refused(String query) {
        assertThatThrownBy(() -> question(query))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    private static ReportQuestion question(String query) {
        Map<String, List<String>> given = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String text = pair.substring(equals + 1);
            given.merge(
                    pair.substring(0, equals),
                    List.of(text),
                    (one, other) -> List.of(one.getFirst(), other.getFirst()));
        }
        return ReportQuestion.of(Parameters.of(given, ReportQuestion.PARAMETERS));
    }
}
