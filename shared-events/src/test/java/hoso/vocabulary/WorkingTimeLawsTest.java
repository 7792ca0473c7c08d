package hoso.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of working time in every calendar; each case prints its seed. */
class WorkingTimeLawsTest {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 70);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void working_time_is_what_counting_its_minutes_gives(long seed) {
        var random = new SplittableRandom(seed);
        var paper = CalendarOnPaper.of(random);
        Instant from = CalendarOnPaper.someMinute(random);
        Instant to = from.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));

        assertThat(paper.calendar().work(from, to))
                .as("seed %d, %s to %s", seed, from, to)
                .isEqualTo(paper.work(from, to));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advancing_ends_where_counting_minutes_ends(long seed) {
        var random = new SplittableRandom(seed);
        var paper = CalendarOnPaper.of(random);
        Instant from = CalendarOnPaper.someMinute(random);
        var work = Duration.ofMinutes(random.nextInt(6_000));

        assertThat(paper.calendar().advance(from, work))
                .as("seed %d, %s from %s", seed, work, from)
                .isEqualTo(paper.advance(from, work));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void working_time_adds_up_wherever_it_is_parted(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = CalendarOnPaper.of(random).calendar();
        Instant from = someInstant(random);
        Instant between = from.plus(someLength(random));
        Instant to = between.plus(someLength(random));

        assertThat(calendar.work(from, between).plus(calendar.work(between, to)))
                .as("seed %d, %s, %s, %s", seed, from, between, to)
                .isEqualTo(calendar.work(from, to));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advancing_reaches_the_earliest_instant_with_that_much_work(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = CalendarOnPaper.of(random).calendar();
        Instant from = someInstant(random);
        var work = Duration.of(random.nextLong(1, 3_000_000_000_000L), ChronoUnit.MICROS);

        Instant reached = calendar.advance(from, work);

        assertThat(calendar.work(from, reached))
                .as("seed %d, %s from %s", seed, work, from)
                .isEqualTo(work);
        assertThat(calendar.work(from, reached.minus(MICROSECOND)))
                .as("seed %d, a microsecond before %s", seed, reached)
                .isLessThan(work);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advancing_twice_is_advancing_by_the_sum(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = CalendarOnPaper.of(random).calendar();
        Instant from = someInstant(random);
        var first = Duration.of(random.nextLong(1, 400_000_000_000L), ChronoUnit.MICROS);
        var second = Duration.of(random.nextLong(1, 400_000_000_000L), ChronoUnit.MICROS);

        assertThat(calendar.advance(calendar.advance(from, first), second))
                .as("seed %d, %s and %s from %s", seed, first, second, from)
                .isEqualTo(calendar.advance(from, first.plus(second)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_day_is_worked_on_where_the_paper_says_so(long seed) {
        var random = new SplittableRandom(seed);
        var paper = CalendarOnPaper.of(random);
        var calendar = paper.calendar();
        for (int count = 0; count < 200; count++) {
            LocalDate day = VietnamTime.date(CalendarOnPaper.someMinute(random));
            LocalDate next = day;
            while (!paper.worksOn(next)) next = next.plusDays(1);

            assertThat(calendar.isWorkingDay(day)).as("seed %d, %s", seed, day).isEqualTo(paper.worksOn(day));
            assertThat(calendar.workingDayFrom(day))
                    .as("seed %d, %s", seed, day)
                    .isEqualTo(next);
        }
    }

    private static Instant someInstant(SplittableRandom random) {
        return CalendarOnPaper.someMinute(random).plusNanos(random.nextInt(60_000_000) * 1_000L);
    }

    /** Up to some two years, often much less. */
    private static Duration someLength(SplittableRandom random) {
        return Duration.of(random.nextLong(1L << random.nextInt(1, 46)), ChronoUnit.MICROS);
    }
}
