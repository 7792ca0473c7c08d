package hoso.vocabulary;

import static hoso.vocabulary.Local.at;
import static hoso.vocabulary.Local.day;
import static hoso.vocabulary.Processing.Kind.CALENDAR_DAYS;
import static hoso.vocabulary.Processing.Kind.SAME_DAY;
import static hoso.vocabulary.Processing.Kind.WORKING_DAYS;
import static hoso.vocabulary.Processing.Kind.WORKING_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The due instants of the domain by examples; 4 March 2024 is a Monday, and Thursday the 14th a holiday here. */
class DueDatesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.unpublished()
            .with(new WorkingYear(
                    2024, WorkingYear.DEFAULT_HOURS, Set.of(day("2024-03-14")), Set.of(day("2024-03-16"))));

    private static final List<WorkingSpan> MORNINGS = List.of(new WorkingSpan(LocalTime.of(8, 0), LocalTime.of(11, 0)));

    @ParameterizedTest
    @CsvSource({
        "1, 2024-03-04T09:00,    2024-03-04T10:00",
        "4, 2024-03-04T09:00,    2024-03-04T14:30",
        "4, 2024-03-04T13:00,    2024-03-04T17:00",
        "8, 2024-03-09T09:00,    2024-03-11T17:00",
        "8, 2024-03-13T13:00,    2024-03-15T11:30",
    })
    void working_hours_are_counted_from_the_receipt(int hours, String receivedAt, String dueAt) {
        assertThat(first(WORKING_HOURS, hours, receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "1,  2024-03-04T07:30,           2024-03-04T17:00",
        "1,  2024-03-04T06:00,           2024-03-04T17:00",
        "1,  2024-03-04T17:00,           2024-03-05T17:00",
        "1,  2024-03-04T23:59,           2024-03-05T17:00",
        "1,  2024-03-04T16:59:59.999999, 2024-03-05T16:59:59.999999",
        "2,  2024-03-08T10:33:55,        2024-03-12T10:33:55",
        "2,  2024-03-13T15:00,           2024-03-16T15:00",
        "5,  2024-03-02T10:00,           2024-03-08T17:00",
    })
    void working_days_are_as_many_standard_days_of_working_time(int days, String receivedAt, String dueAt) {
        assertThat(first(WORKING_DAYS, days, receivedAt)).isEqualTo(at(dueAt));
    }

    @Test
    void the_standard_day_is_that_of_the_year_counted_from() {
        var shortDays = CALENDAR.with(new WorkingYear(2025, MORNINGS, Set.of(), Set.of()));
        var oneDay = new Processing(WORKING_DAYS, 1);

        // Eight hours of 2024, of which the mornings of 2025 give three each: Wednesday the 1st, and two more.
        assertThat(DueDates.first(oneDay, at("2024-12-31T17:00"), shortDays)).isEqualTo(at("2025-01-03T10:00"));
        assertThat(DueDates.first(oneDay, at("2025-01-01T00:00"), shortDays)).isEqualTo(at("2025-01-01T11:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "3,  2024-03-04T10:00, 2024-03-07T17:00",
        "3,  2024-03-04T00:00, 2024-03-07T17:00",
        "3,  2024-03-04T23:59, 2024-03-07T17:00",
        "3,  2024-03-06T10:00, 2024-03-11T17:00",
        "3,  2024-03-11T10:00, 2024-03-15T17:00",
        "5,  2024-03-11T10:00, 2024-03-16T17:00",
        "1,  2024-03-09T10:00, 2024-03-11T17:00",
        "31, 2024-12-01T10:00, 2025-01-02T17:00",
    })
    void calendar_days_end_with_the_work_of_the_first_working_day_on_or_after(
            int days, String receivedAt, String dueAt) {
        assertThat(first(CALENDAR_DAYS, days, receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-04T06:00,           2024-03-04T17:00",
        "2024-03-04T12:00,           2024-03-04T17:00",
        "2024-03-04T14:59:59.999999, 2024-03-04T17:00",
        "2024-03-04T15:00,           2024-03-05T17:00",
        "2024-03-04T18:00,           2024-03-05T17:00",
        "2024-03-08T15:00,           2024-03-11T17:00",
        "2024-03-09T09:00,           2024-03-11T17:00",
        "2024-03-13T15:00,           2024-03-15T17:00",
        "2024-03-14T09:00,           2024-03-15T17:00",
        "2024-03-16T09:00,           2024-03-16T17:00",
    })
    void the_same_day_is_the_next_working_day_from_15_o_clock_on(String receivedAt, String dueAt) {
        assertThat(first(SAME_DAY, 0, receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-04T10:59:59, 2025-03-04T11:00",
        "2025-03-04T11:00,    2025-03-05T11:00",
        "2025-03-04T14:00,    2025-03-05T11:00",
    })
    void and_from_the_end_of_work_on_where_that_comes_earlier(String receivedAt, String dueAt) {
        var mornings = CALENDAR.with(new WorkingYear(2025, MORNINGS, Set.of(), Set.of()));

        assertThat(DueDates.first(new Processing(SAME_DAY, 0), at(receivedAt), mornings))
                .isEqualTo(at(dueAt));
    }

    @Test
    void working_time_remains_at_a_pause_and_goes_on_from_the_resume() {
        var remaining = remaining(WORKING_DAYS, "2024-03-04T10:00", "2024-03-05T10:00");

        assertThat(remaining).isEqualTo(new Remaining.WorkingTime(Duration.ofHours(8)));
        assertThat(resumed(remaining, "2024-03-07T10:00")).isEqualTo(at("2024-03-08T10:00"));
        assertThat(resumed(remaining, "2024-03-09T10:00")).isEqualTo(at("2024-03-11T17:00"));
    }

    @Test
    void nothing_remains_at_the_due_instant_and_the_resume_is_due_at_once() {
        var remaining = remaining(WORKING_HOURS, "2024-03-04T10:00", "2024-03-04T10:00");

        assertThat(remaining).isEqualTo(new Remaining.WorkingTime(Duration.ZERO));
        assertThat(resumed(remaining, "2024-03-09T10:00")).isEqualTo(at("2024-03-09T10:00"));
    }

    @Test
    void the_same_day_leaves_working_time_too() {
        var remaining = remaining(SAME_DAY, "2024-03-04T15:30", "2024-03-04T17:00");

        assertThat(remaining).isEqualTo(new Remaining.WorkingTime(Duration.ofMinutes(90)));
    }

    @Test
    void of_calendar_days_remain_those_between_the_dates() {
        assertThat(remaining(CALENDAR_DAYS, "2024-03-04T23:59", "2024-03-07T17:00"))
                .isEqualTo(new Remaining.CalendarDays(3));
        assertThat(remaining(CALENDAR_DAYS, "2024-03-07T10:00", "2024-03-07T17:00"))
                .isEqualTo(new Remaining.CalendarDays(0));
        assertThat(remaining(CALENDAR_DAYS, "2023-12-30T10:00", "2024-03-01T17:00"))
                .isEqualTo(new Remaining.CalendarDays(62));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2024-03-18T10:00,           2024-03-21T17:00",
        "3, 2024-03-20T10:00,           2024-03-25T17:00",
        "3, 2024-03-11T10:00,           2024-03-15T17:00",
        "0, 2024-03-18T10:00,           2024-03-18T17:00",
        "0, 2024-03-09T10:00,           2024-03-11T17:00",
    })
    void calendar_days_go_on_from_the_day_of_the_resume(int days, String resumedAt, String dueAt) {
        assertThat(resumed(new Remaining.CalendarDays(days), resumedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-18T17:00,           2024-03-18T17:00",
        "2024-03-18T17:00:00.000001, 2024-03-19T17:00",
        "2024-03-15T18:00,           2024-03-16T17:00",
        "2024-03-13T18:00,           2024-03-15T17:00",
    })
    void but_never_to_an_end_of_work_before_the_resume(String resumedAt, String dueAt) {
        assertThat(resumed(new Remaining.CalendarDays(0), resumedAt)).isEqualTo(at(dueAt));
    }

    @Test
    void a_dossier_closed_at_its_due_instant_is_on_time() {
        Instant dueAt = at("2024-03-05T10:00");

        assertThat(Timeliness.of(at("2024-03-05T10:00"), dueAt)).isEqualTo(Timeliness.ON_TIME);
        assertThat(Timeliness.of(at("2024-03-05T00:00"), dueAt)).isEqualTo(Timeliness.ON_TIME);
        assertThat(Timeliness.of(at("2024-03-05T10:00:00.000001"), dueAt)).isEqualTo(Timeliness.LATE);
        assertThat(Timeliness.of(at("2024-03-04T23:59:59.999999"), dueAt)).isEqualTo(Timeliness.EARLY);
    }

    @Test
    void the_days_of_timeliness_are_local_ones() {
        // 06:00 of the 5th at +07:00 is still the 4th in UTC.
        assertThat(Timeliness.of(at("2024-03-05T06:00"), at("2024-03-05T08:00")))
                .isEqualTo(Timeliness.ON_TIME);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3_651})
    void a_processing_time_is_from_one_to_ten_years(int amount) {
        assertThatThrownBy(() -> new Processing(WORKING_DAYS, amount)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Processing(WORKING_HOURS, 1).amount()).isEqualTo(1);
        assertThat(new Processing(CALENDAR_DAYS, 3_650).amount()).isEqualTo(3_650);
    }

    @Test
    void the_same_day_has_no_amount() {
        assertThatThrownBy(() -> new Processing(SAME_DAY, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Processing(SAME_DAY, 0).amount()).isZero();
    }

    private static Instant first(Processing.Kind kind, int amount, String receivedAt) {
        return DueDates.first(new Processing(kind, amount), at(receivedAt), CALENDAR);
    }

    private static Remaining remaining(Processing.Kind kind, String pausedAt, String dueAt) {
        var processing = new Processing(kind, kind == SAME_DAY ? 0 : 5);
        return DueDates.remaining(processing, at(pausedAt), at(dueAt), CALENDAR);
    }

    private static Instant resumed(Remaining remaining, String resumedAt) {
        return DueDates.resumed(remaining, at(resumedAt), CALENDAR);
    }
}
