package hoso.query.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.vocabulary.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodStepsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-21, 2024-03-20, 2024-01-21, 2024-02-20",
        "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
        "2023-12-15, 2024-03-14, 2023-09-15, 2023-12-14",
        "2024-01-01, 2024-05-31, 2023-08-01, 2023-12-31",
        "2023-01-01, 2023-11-20, 2022-02-11, 2022-12-31",
        "2024-08-13, 2024-09-12, 2024-07-13, 2024-08-12",
    })
    void whole_months_step_by_months_and_other_days_by_their_number(
            LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo) {
        var period = new Period(from, to);
        assertThat(PeriodSteps.of(period).last(2)).containsExactly(new Period(beforeFrom, beforeTo), period);
    }

    @Test
    void the_year_before_has_the_same_days() {
        assertThat(yearAgo("2024-02-21", "2024-03-20")).isEqualTo(period("2023-02-21", "2023-03-20"));
        assertThat(yearAgo("2024-02-01", "2024-02-29")).isEqualTo(period("2023-02-01", "2023-02-28"));
        assertThat(yearAgo("2024-02-29", "2024-02-29")).isEqualTo(period("2023-02-28", "2023-02-28"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void periods_follow_one_another_without_a_gap(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
            var period = new Period(from, from.plusDays(random.nextInt(100)));
            List<Period> periods = PeriodSteps.of(period).last(14);
            assertThat(periods.getLast()).as("seed %d", seed).isEqualTo(period);
            for (int index = 1; index < periods.size(); index++)
                assertThat(periods.get(index).from())
                        .as("seed %d, %s", seed, period)
                        .isEqualTo(periods.get(index - 1).to().plusDays(1));
        }
    }

    @Test
    void all_of_them_together_are_no_longer_than_a_report_may_be() {
        assertThat(PeriodSteps.of(period("2024-02-21", "2024-03-20")).countMax())
                .isGreaterThan(60);
        assertThat(PeriodSteps.of(period("2014-01-01", "2023-12-31")).countMax())
                .isEqualTo(10);
        assertThat(PeriodSteps.of(period("1950-01-01", "2049-12-31")).countMax())
                .isEqualTo(1);
    }

    private static Period yearAgo(String from, String to) {
        return PeriodSteps.of(period(from, to)).yearAgo();
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
