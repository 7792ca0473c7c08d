package hoso.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance, from one seed. */
final class Chance {
    static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    private static final long MICROSECOND = 1_000;
    private static final List<LocalTime> EDGES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(7, 30),
            LocalTime.of(11, 30),
            LocalTime.of(13, 0),
            LocalTime.of(15, 0),
            LocalTime.of(17, 0));

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long bits() {
        return random.nextLong();
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Duration upTo(Duration longest) {
        return Duration.ofSeconds(random.nextLong(longest.toSeconds() + 1));
    }

    /** That instant as clocks tell it: to the second, to the microsecond, or on an edge of that working day. */
    Instant told(Instant instant) {
        Instant second = Instant.ofEpochSecond(instant.getEpochSecond());
        if (percent(60)) {
            return second;
        }
        return percent(60)
                ? second.plusNanos(random.nextInt(1_000_000) * MICROSECOND)
                : second.atOffset(LOCAL).with(from(EDGES)).toInstant();
    }

    /** That very instant, a microsecond beside it, or some time around it. */
    Instant near(Instant instant) {
        return switch (between(0, 5)) {
            case 0, 1 -> instant;
            case 2 -> instant.plusNanos(MICROSECOND);
            case 3 -> instant.minusNanos(MICROSECOND);
            case 4 -> instant.plus(upTo(Duration.ofDays(4)));
            default -> instant.minus(upTo(Duration.ofDays(4)));
        };
    }

    /** RFC 3339, mostly with the local offset. */
    String text(Instant instant) {
        ZoneOffset offset =
                percent(90) ? LOCAL : of(ZoneOffset.UTC, ZoneOffset.ofHours(9), ZoneOffset.ofHoursMinutes(-3, -30));
        return instant.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    String localDate(Instant instant) {
        return instant.atOffset(LOCAL).toLocalDate().toString();
    }

    /** A random UUID: version 4, variant 2. */
    String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new java.util.UUID(high, low).toString();
    }
}
