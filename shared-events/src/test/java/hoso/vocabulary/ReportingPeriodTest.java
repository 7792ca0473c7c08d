package hoso.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-03, 2024-02-15, 2024-03-14",
        "MONTH, 2024-01, 2023-12-15, 2024-01-14",
        "MONTH_644, 2024-03, 2024-02-21, 2024-03-20",
        "MONTH_644, 2023-11, 2023-10-21, 2023-11-20",
        "QUARTER, 2024-Q1, 2023-12-15, 2024-03-14",
        "QUARTER, 2024-Q4, 2024-09-15, 2024-12-14",
        "HALF_YEAR, 2024-H1, 2023-12-15, 2024-06-14",
        "HALF_YEAR, 2024-H2, 2024-06-15, 2024-12-14",
        "YEAR, 2024, 2023-12-15, 2024-12-14"
    })
    void begins_and_ends_where_the_regulation_says(ReportingPeriod kind, String name, LocalDate from, LocalDate to) {
        assertThat(kind.named(name)).contains(new Period(from, to));
        assertThat(kind.nameAt(from)).isEqualTo(name);
        assertThat(kind.nameAt(to)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void every_day_lies_in_one_period_and_the_next_begins_after_its_last(ReportingPeriod kind) {
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            Period period = kind.containing(day);
            assertThat(day).isBetween(period.from(), period.to());
            assertThat(kind.containing(period.to().plusDays(1)).from())
                    .isEqualTo(period.to().plusDays(1));
            assertThat(kind.named(kind.nameAt(day))).contains(period);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-13",
                "2024-00",
                "2024-3",
                "24-03",
                "1899-03",
                "2101-03",
                "2024-Q1",
                "2024-03-01",
                "tháng 3"
            })
    void a_name_of_another_form_is_none_of_a_month(String name) {
        assertThat(ReportingPeriod.MONTH.named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024-Q0", "2024-Q5", "2024-H1", "2024-03", "2024-Q01"})
    void a_name_of_another_form_is_none_of_a_quarter(String name) {
        assertThat(ReportingPeriod.QUARTER.named(name)).isEmpty();
    }
}
