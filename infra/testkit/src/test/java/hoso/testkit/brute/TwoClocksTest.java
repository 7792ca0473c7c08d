package hoso.testkit.brute;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.vocabulary.DueDates;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.WorkingCalendar;
import hoso.vocabulary.WorkingSpan;
import hoso.vocabulary.WorkingYear;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calculus of the product, which sums years, and the brute clock, which walks through every span of every day. */
class TwoClocksTest {

    private static final List<LocalTime> EDGES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(7, 30),
            LocalTime.of(11, 30),
            LocalTime.of(14, 59, 59, 999_999_000),
            LocalTime.of(15, 0),
            LocalTime.of(17, 0),
            LocalTime.of(23, 59, 59, 999_999_000));

    private SplittableRandom random;
    private WorkingCalendar calendar;
    private BruteClock brute;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private void start(long seed) {
        random = new SplittableRandom(seed);
        calendar = WorkingCalendar.unpublished();
        BruteCalendars calendars = new BruteCalendars();
        for (int year = 2021; year <= 2026; year++) {
            if (random.nextInt(4) > 0) {
                List<WorkingSpan> hours = hours();
                Set<LocalDate> holidays = days(year, 30);
                Set<LocalDate> makeUpDays = days(year, 10);
                calendar = calendar.with(new WorkingYear(year, hours, holidays, makeUpDays));
                List<BruteSpan> spans = hours.stream()
                        .map(span -> new BruteSpan(span.from(), span.to()))
                        .toList();
                calendars.publish(year, new BruteCalendar(spans, holidays, makeUpDays));
            }
        }
        brute = new BruteClock(calendars);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void measure_the_same_working_time(long seed) {
        start(seed);
        for (int i = 0; i < 20; i++) {
            Instant from = someInstant();
            Instant to = from.plus(someLength());
            assertThat(calendar.work(from, to))
                    .as("seed %d, %s to %s", seed, from, to)
                    .isEqualTo(brute.work(from, to));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void give_every_kind_of_processing_the_same_due_instant(long seed) {
        start(seed);
        for (Processing.Kind kind : Processing.Kind.values()) {
            for (int i = 0; i < 10; i++) {
                Processing processing = processing(kind);
                Instant from = someInstant();
                assertThat(DueDates.first(processing, from, calendar))
                        .as("seed %d, %s from %s", seed, processing, from)
                        .isEqualTo(brute.firstDue(brute(processing), from));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void resume_at_the_same_due_instant_with_what_remained(long seed) {
        start(seed);
        for (Processing.Kind kind : Processing.Kind.values()) {
            for (int i = 0; i < 10; i++) {
                Processing processing = processing(kind);
                Instant dueAt = someInstant();
                Instant pausedAt = random.nextInt(10) == 0 ? dueAt : dueAt.minus(someLength());
                Instant resumedAt = random.nextInt(10) == 0 ? pausedAt : pausedAt.plus(someLength());
                Remaining remaining = DueDates.remaining(processing, pausedAt, dueAt, calendar);
                BruteRemainder remainder = brute.remainder(brute(processing), pausedAt, dueAt);

                assertThat(DueDates.resumed(remaining, resumedAt, calendar))
                        .as("seed %d, %s, %s of %s, %s", seed, processing, pausedAt, dueAt, resumedAt)
                        .isEqualTo(brute.resumed(brute(processing), remainder, resumedAt))
                        .isAfterOrEqualTo(resumedAt);
            }
        }
    }

    private static BruteProcessing brute(Processing processing) {
        return new BruteProcessing(processing.kind().name(), processing.amount());
    }

    private Processing processing(Processing.Kind kind) {
        return new Processing(kind, kind == Processing.Kind.SAME_DAY ? 0 : random.nextInt(1, 200));
    }

    private Instant someInstant() {
        LocalDate day = random.nextInt(4) == 0
                ? LocalDate.of(random.nextInt(2021, 2026), 12, 20).plusDays(random.nextInt(20))
                : LocalDate.of(2021, 1, 1).plusDays(random.nextInt(5 * 365));
        LocalTime time = random.nextInt(3) == 0
                ? EDGES.get(random.nextInt(EDGES.size()))
                : LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000L) * 1_000);
        return day.atTime(time).toInstant(BruteJson.LOCAL);
    }

    private Duration someLength() {
        return Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 45)) * 1_000);
    }

    private List<WorkingSpan> hours() {
        if (random.nextInt(3) == 0) {
            return WorkingYear.DEFAULT_HOURS;
        }
        List<WorkingSpan> hours = new ArrayList<>();
        LocalTime from = LocalTime.of(random.nextInt(5, 8), random.nextInt(60));
        for (int spans = random.nextInt(1, 5); spans > 0; spans--) {
            LocalTime to = from.plusMinutes(random.nextInt(1, 180));
            hours.add(new WorkingSpan(from, to));
            from = to.plusMinutes(random.nextInt(60));
        }
        return hours;
    }

    private Set<LocalDate> days(int year, int most) {
        Set<LocalDate> days = new HashSet<>();
        for (int count = random.nextInt(most); count > 0; count--) {
            days.add(LocalDate.ofYearDay(year, random.nextInt(1, 366)));
        }
        return days;
    }
}
