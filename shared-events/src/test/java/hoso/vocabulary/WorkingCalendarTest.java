package hoso.vocabulary;

import static hoso.vocabulary.Local.at;
import static hoso.vocabulary.Local.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time by examples; 4 March 2024 is a Monday. */
class WorkingCalendarTest {

    /** Tết 2024 on weekdays, and Saturday 4 May made up for Monday 29 April. */
    private static final WorkingCalendar CALENDAR = WorkingCalendar.unpublished()
            .with(new WorkingYear(
                    2024,
                    WorkingYear.DEFAULT_HOURS,
                    Set.of(
                            day("2024-02-08"),
                            day("2024-02-09"),
                            day("2024-02-12"),
                            day("2024-02-13"),
                            day("2024-02-14"),
                            day("2024-04-29"),
                            day("2024-04-30"),
                            day("2024-05-01")),
                    Set.of(day("2024-05-04"))));

    @ParameterizedTest
    @CsvSource({
        "2024-03-04T00:00,           2024-03-05T00:00,           PT8H",
        "2024-03-04T07:30,           2024-03-04T11:30,           PT4H",
        "2024-03-04T11:30,           2024-03-04T13:00,           PT0S",
        "2024-03-04T11:29:59.999999, 2024-03-04T13:00:00.000001, PT0.000002S",
        "2024-03-04T16:59:59,        2024-03-04T17:00,           PT1S",
        "2024-03-04T17:00,           2024-03-05T07:30,           PT0S",
        "2024-03-01T16:00,           2024-03-04T08:30,           PT2H",
        "2024-03-02T00:00,           2024-03-04T00:00,           PT0S",
        "2024-02-07T16:00,           2024-02-15T08:00,           PT1H30M",
        "2024-05-04T00:00,           2024-05-05T00:00,           PT8H",
        "2024-04-29T00:00,           2024-05-02T00:00,           PT0S",
    })
    void counts_the_spans_of_working_days_alone(String from, String to, Duration work) {
        assertThat(CALENDAR.work(at(from), at(to))).isEqualTo(work);
    }

    @Test
    void there_is_no_working_time_backwards_nor_in_no_time() {
        assertThat(CALENDAR.work(at("2024-03-05T08:00"), at("2024-03-04T08:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(CALENDAR.work(at("2024-03-05T08:00"), at("2024-03-05T08:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void working_time_runs_across_years() {
        // 2023 and 2025 have no calendar: of theirs, 1 January 2025 alone is off.
        assertThat(CALENDAR.work(at("2023-12-29T16:00"), at("2024-01-01T08:00")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(CALENDAR.work(at("2024-12-31T16:00"), at("2025-01-02T08:00")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(CALENDAR.work(at("2023-12-29T16:00"), at("2025-01-02T08:00")))
                .isEqualTo(Duration.ofHours(8)
                        .multipliedBy(CALENDAR.year(2024).workingDays())
                        .plusMinutes(90));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-02T10:00,    PT0S,        2024-03-02T10:00",
        "2024-03-04T12:00,    PT0S,        2024-03-04T12:00",
        "2024-03-02T10:00,    PT0.000001S, 2024-03-04T07:30:00.000001",
        "2024-03-04T07:30,    PT4H,        2024-03-04T11:30",
        "2024-03-04T07:30,    PT4H0.000001S, 2024-03-04T13:00:00.000001",
        "2024-03-04T10:33:55, PT8H,        2024-03-05T10:33:55",
        "2024-03-01T15:00,    PT8H,        2024-03-04T15:00",
        "2024-02-07T13:00,    PT5H,        2024-02-15T08:30",
        "2024-05-03T13:00,    PT5H,        2024-05-04T08:30",
        "2024-12-31T13:00,    PT5H,        2025-01-02T08:30",
    })
    void advances_by_working_time(String from, Duration work, String reached) {
        assertThat(CALENDAR.advance(at(from), work)).isEqualTo(at(reached));
    }

    @Test
    void a_duration_that_ends_with_the_day_ends_at_the_end_of_work_and_not_the_next_morning() {
        assertThat(CALENDAR.advance(at("2024-03-04T07:30"), Duration.ofHours(8)))
                .isEqualTo(at("2024-03-04T17:00"));
        assertThat(CALENDAR.advance(at("2024-03-01T17:00"), Duration.ofHours(8)))
                .isEqualTo(at("2024-03-04T17:00"));
        assertThat(CALENDAR.advance(at("2024-12-30T17:00"), Duration.ofHours(8)))
                .isEqualTo(at("2024-12-31T17:00"));
    }

    @Test
    void ten_years_of_working_hours_are_reached() {
        var due = CALENDAR.advance(at("2024-03-04T07:30"), Duration.ofHours(8).multipliedBy(3_650));

        assertThat(CALENDAR.work(at("2024-03-04T07:30"), due)).isEqualTo(Duration.ofHours(8 * 3_650));
        assertThat(VietnamTime.date(due).getYear()).isEqualTo(2038);
    }

    @ParameterizedTest
    @CsvSource({"2022-01-01,false", "2020-01-01,false", "2021-04-30,false", "2020-05-01,false", "2022-09-02,false"})
    void a_year_without_a_calendar_keeps_the_holidays_that_the_law_fixes_to_a_date(LocalDate date, boolean works) {
        assertThat(CALENDAR.isWorkingDay(date)).isEqualTo(works);
        assertThat(CALENDAR.isPublished(date.getYear())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-02-01", "2022-09-01", "2022-12-30", "2020-02-28"})
    void and_no_other_holiday(LocalDate date) {
        assertThat(CALENDAR.isWorkingDay(date)).isTrue();
    }

    @Test
    void a_published_year_has_no_holidays_but_its_own() {
        assertThat(CALENDAR.isPublished(2024)).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2024-01-01"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2024-09-02"))).isTrue();
    }

    @Test
    void a_calendar_published_again_replaces_the_whole_year() {
        var again = CALENDAR.with(new WorkingYear(2024, WorkingYear.DEFAULT_HOURS, Set.of(), Set.of()));

        assertThat(again.isWorkingDay(day("2024-02-08"))).isTrue();
        assertThat(again.isWorkingDay(day("2024-05-04"))).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("2024-02-08"))).isFalse();
    }

    @Test
    void a_make_up_day_wins_over_a_holiday_and_over_the_weekend() {
        var both = Set.of(day("2024-03-04"), day("2024-03-09"));
        var calendar = WorkingCalendar.unpublished()
                .with(new WorkingYear(
                        2024, WorkingYear.DEFAULT_HOURS, both, Set.of(day("2024-03-04"), day("2024-03-10"))));

        assertThat(calendar.isWorkingDay(day("2024-03-04"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2024-03-09"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2024-03-10"))).isTrue();
    }

    @Test
    void the_29th_of_february_is_a_day_like_any_other() {
        assertThat(CALENDAR.isWorkingDay(day("2024-02-29"))).isTrue();
        assertThat(CALENDAR.work(at("2024-02-29T00:00"), at("2024-03-02T00:00")))
                .isEqualTo(Duration.ofHours(16));
        assertThat(WorkingCalendar.unpublished().year(2024).workingDays()).isEqualTo(262 - 4);
        assertThat(WorkingCalendar.unpublished().year(2023).workingDays()).isEqualTo(260 - 1);
    }

    @Test
    void the_end_of_work_and_the_standard_day_are_those_of_the_year() {
        var calendar = CALENDAR.with(new WorkingYear(
                2025,
                List.of(
                        new WorkingSpan(LocalTime.of(7, 0), LocalTime.of(11, 0)),
                        new WorkingSpan(LocalTime.of(13, 30), LocalTime.of(16, 45))),
                Set.of(),
                Set.of()));

        assertThat(calendar.endOfWork(day("2024-03-04"))).isEqualTo(at("2024-03-04T17:00"));
        assertThat(calendar.endOfWork(day("2025-03-04"))).isEqualTo(at("2025-03-04T16:45"));
        assertThat(calendar.standardDay(2024)).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.standardDay(2025)).isEqualTo(Duration.ofMinutes(7 * 60 + 15));
        assertThat(calendar.standardDay(2026)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_year_tells_what_was_published() {
        var holidays = Set.of(day("2024-03-04"));
        var makeUpDays = Set.of(day("2024-03-09"));
        var year = new WorkingYear(2024, WorkingYear.DEFAULT_HOURS, holidays, makeUpDays);

        assertThat(year.year()).isEqualTo(2024);
        assertThat(year.hours()).isEqualTo(WorkingYear.DEFAULT_HOURS);
        assertThat(year.holidays()).isEqualTo(holidays);
        assertThat(year.makeUpDays()).isEqualTo(makeUpDays);
        assertThat(year.workingDays()).isEqualTo(262);
    }

    @Test
    void the_days_of_a_calendar_lie_within_its_year() {
        var outside = Set.of(day("2025-01-01"));

        assertThatThrownBy(() -> new WorkingYear(2024, WorkingYear.DEFAULT_HOURS, outside, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingYear(2024, WorkingYear.DEFAULT_HOURS, Set.of(), outside))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_span_begins_before_it_ends() {
        var noon = LocalTime.NOON;

        assertThatThrownBy(() -> new WorkingSpan(noon, noon)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingSpan(noon, noon.minusMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_work_than_a_year_has_is_no_moment_of_it() {
        var year = WorkingYear.unpublished(2022);

        assertThat(year.firstWith(year.totalMicros()))
                .isEqualTo(new WorkingYear.Moment(day("2022-12-30"), LocalTime.of(17, 0)));
        assertThat(year.firstWith(1))
                .isEqualTo(new WorkingYear.Moment(day("2022-01-03"), LocalTime.of(7, 30, 0, 1_000)));
    }
}
