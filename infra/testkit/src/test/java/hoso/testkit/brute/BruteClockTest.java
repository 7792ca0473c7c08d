package hoso.testkit.brute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BruteClockTest {
    private final BruteClock clock = new BruteClock(BruteCalendars.shipped());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(BruteJson.LOCAL);
    }

    @ParameterizedTest
    @CsvSource({
        // a Monday, its two spans, its lunch
        "2024-03-04T00:00,2024-03-05T00:00,PT8H",
        "2024-03-04T07:30,2024-03-04T11:30,PT4H",
        "2024-03-04T11:30,2024-03-04T13:00,PT0S",
        "2024-03-04T11:29:59.999999,2024-03-04T13:00:00.000001,PT0.000002S",
        // over a weekend, over Tết 2024 (8–14 February), on the make-up Saturday of 2024
        "2024-03-01T16:00,2024-03-04T08:30,PT2H",
        "2024-02-07T16:00,2024-02-15T08:00,PT1H30M",
        "2024-05-04T00:00,2024-05-05T00:00,PT8H",
        // a year without a calendar: Saturday 30 April 2022 off anyway, Friday 2 September 2022 a holiday
        "2022-09-02T00:00,2022-09-03T00:00,PT0S",
        "2022-09-05T00:00,2022-09-06T00:00,PT8H",
        "2024-03-05T00:00,2024-03-04T00:00,PT0S",
    })
    void working_time_between_two_instants(String a, String b, Duration work) {
        assertThat(clock.work(at(a), at(b))).isEqualTo(work);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-02T10:00,PT0S,2024-03-02T10:00",
        "2024-03-02T10:00,PT0.000001S,2024-03-04T07:30:00.000001",
        // a duration that ends with the day ends at 17:00, one that ends with the morning at 11:30
        "2024-03-04T07:30,PT8H,2024-03-04T17:00",
        "2024-03-04T07:30,PT4H,2024-03-04T11:30",
        "2024-03-04T10:33:55,PT8H,2024-03-05T10:33:55",
        "2024-03-01T15:00,PT8H,2024-03-04T15:00",
    })
    void advances_by_working_time(String start, Duration duration, String end) {
        assertThat(clock.advance(at(start), duration)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_HOURS,4,2024-03-04T09:00,2024-03-04T14:30",
        "WORKING_DAYS,10,2024-01-02T15:27:58,2024-01-16T15:27:58",
        "CALENDAR_DAYS,15,2024-01-04T15:31:59,2024-01-19T17:00",
        "CALENDAR_DAYS,1,2024-03-01T10:00,2024-03-04T17:00",
        "SAME_DAY,0,2024-03-04T14:59:59,2024-03-04T17:00",
        "SAME_DAY,0,2024-03-04T15:00,2024-03-05T17:00",
        "SAME_DAY,0,2024-03-02T09:00,2024-03-04T17:00",
        "SAME_DAY,0,2024-03-08T16:00,2024-03-11T17:00",
    })
    void first_due_instants(String kind, int amount, String receivedAt, String dueAt) {
        assertThat(clock.firstDue(new BruteProcessing(kind, amount), at(receivedAt)))
                .isEqualTo(at(dueAt));
    }

    @Test
    void the_standard_day_is_that_of_the_year_counted_from() {
        BruteCalendars calendars = BruteCalendars.shipped();
        calendars.publish(2024, BruteCalendar.published(BruteJson.parse("""
                        {"hours": [["08:00", "11:00"]], "holidays": [], "makeUpDays": []}""")));
        BruteClock shortDays = new BruteClock(calendars);

        assertThat(shortDays.firstDue(new BruteProcessing("WORKING_DAYS", 2), at("2024-03-04T08:00")))
                .isEqualTo(at("2024-03-05T11:00"));
        // Received at the end of 2023, whose day has eight hours: they take three days of 2024.
        assertThat(shortDays.firstDue(new BruteProcessing("WORKING_DAYS", 1), at("2023-12-29T17:00")))
                .isEqualTo(at("2024-01-03T10:00"));
        assertThat(shortDays.firstDue(new BruteProcessing("SAME_DAY", 0), at("2024-03-04T11:00")))
                .isEqualTo(at("2024-03-05T11:00"));
    }

    @Test
    void what_remains_is_working_time_or_days() {
        BruteProcessing hours = new BruteProcessing("WORKING_HOURS", 8);
        BruteProcessing days = new BruteProcessing("CALENDAR_DAYS", 5);

        BruteRemainder work = clock.remainder(hours, at("2024-03-04T10:00"), at("2024-03-05T10:00"));
        assertThat(work.work()).isEqualTo(Duration.ofHours(8));
        assertThat(clock.resumed(hours, work, at("2024-03-07T10:00"))).isEqualTo(at("2024-03-08T10:00"));

        BruteRemainder none = clock.remainder(days, at("2024-03-04T10:00"), at("2024-03-04T17:00"));
        assertThat(none.days()).isZero();
        // Resumed after the end of work of the day that remains: the next end of work counts.
        assertThat(clock.resumed(days, none, at("2024-03-07T17:00"))).isEqualTo(at("2024-03-07T17:00"));
        assertThat(clock.resumed(days, none, at("2024-03-07T17:00:01"))).isEqualTo(at("2024-03-08T17:00"));
        assertThat(clock.resumed(days, none, at("2024-03-09T08:00"))).isEqualTo(at("2024-03-11T17:00"));
    }

    @Test
    void shipped_holidays_hold_and_an_unpublished_year_has_four() {
        assertThat(clock.works(LocalDate.of(2023, 1, 20))).isFalse();
        assertThat(clock.works(LocalDate.of(2025, 4, 26))).isTrue();
        assertThat(clock.works(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(clock.works(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(clock.works(LocalDate.of(2027, 4, 30))).isFalse();
        assertThat(clock.works(LocalDate.of(2027, 2, 8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void advancing_is_the_earliest_instant_with_that_much_work(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant start = at("2023-12-20T00:00").plusSeconds(random.nextLong(400 * 86_400L));
        Duration work =
                Duration.ofSeconds(random.nextLong(1, 200 * 3600L)).plusNanos(random.nextInt(1_000_000) * 1000L);

        Instant end = clock.advance(start, work);

        assertThat(clock.work(start, end)).as("seed %d", seed).isEqualTo(work);
        assertThat(clock.work(start, end.minusNanos(1000))).as("seed %d", seed).isLessThan(work);
    }
}
