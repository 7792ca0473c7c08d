package hoso.query.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.BooksDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadTableTest {

    private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
    private static final long SEED = 14;

    private final BooksDatabase database = new BooksDatabase();
    private final ReadTable table = new ReadTable(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    private void look(long number, Instant at) {
        database.forge(
                "INSERT INTO reading.look (number, at, subject, scopes, units, endpoint, question, origin, refused,"
                        + " named) OVERRIDING SYSTEM VALUE VALUES (" + number + ", '" + at
                        + "', 'clerk', '{}', '{}', 'GET /', '', '::1', false, 1)");
    }

    private List<Long> numbers(@Nullable Instant from, @Nullable Instant to) {
        var question = new ReadsQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                1_000,
                Long.MAX_VALUE);
        return table.newestFirst(question, Optional.empty(), Long.MAX_VALUE, 1_000).stream()
                .map(ReadRow::number)
                .toList();
    }

    private static Instant seconds(long seconds) {
        return NINE.plusSeconds(seconds);
    }

    @Test
    void a_look_at_the_very_instant_is_from_then_on_and_not_before_it() {
        for (long hour = 1; hour <= 5; hour++) look(hour, NINE.plus(Duration.ofHours(hour)));
        Instant third = NINE.plus(Duration.ofHours(3));
        assertThat(numbers(third, null)).containsExactly(5L, 4L, 3L);
        assertThat(numbers(third.plusNanos(1_000), null)).containsExactly(5L, 4L);
        assertThat(numbers(null, third)).containsExactly(2L, 1L);
        assertThat(numbers(null, third.plusNanos(1_000))).containsExactly(3L, 2L, 1L);
        assertThat(numbers(third, third)).isEmpty();
    }

    @Test
    void from_before_the_first_to_after_the_last_are_all() {
        assertThat(numbers(NINE, seconds(1))).as("of none").isEmpty();
        look(1, NINE);
        look(2, NINE.plus(Duration.ofDays(400)));
        assertThat(numbers(Instant.EPOCH, NINE.plus(Duration.ofDays(800)))).containsExactly(2L, 1L);
        assertThat(numbers(NINE.plus(Duration.ofDays(401)), null)).isEmpty();
        assertThat(numbers(null, Instant.EPOCH)).isEmpty();
    }

    @Test
    void rows_that_were_added_at_once_are_found_by_their_times_whatever_their_numbers() {
        look(1, seconds(0));
        look(2, seconds(59));
        look(3, seconds(1));
        look(4, seconds(60));
        assertThat(numbers(seconds(59), null)).containsExactly(4L, 2L);
        assertThat(numbers(null, seconds(2))).containsExactly(3L, 1L);
        assertThat(numbers(seconds(1), seconds(60))).containsExactly(3L, 2L);
    }

    @Test
    void of_any_two_instants_what_lies_between_is_answered() {
        var random = new Random(SEED);
        List<Instant> times = IntStream.range(0, 200)
                .mapToObj(number -> seconds(number * 10L + random.nextInt(60)))
                .toList();
        for (int index = 0; index < times.size(); index++) look(index + 1L, times.get(index));
        for (int question = 0; question < 100; question++) {
            Instant from = seconds(random.nextInt(2_100) - 20);
            Instant to = from.plusSeconds(random.nextInt(400));
            assertThat(numbers(from, to).reversed())
                    .as("seed %d, from %s to %s", SEED, from, to)
                    .isEqualTo(LongStream.rangeClosed(1, times.size())
                            .filter(number -> lies(times.get((int) number - 1), from, to))
                            .boxed()
                            .toList());
        }
    }

    private static boolean lies(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
