package hoso.standalone.demo.life;

import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;

/** Writes instants as local times with their offset, as {@code 2024-02-21T07:45:10+07:00}: a formatter is too slow. */
final class LocalTimes {

    private static final int DAY_SECONDS = 86_400;

    private LocalTimes() {}

    static void append(StringBuilder text, Instant instant) {
        text.append(VietnamTime.date(instant)).append('T');
        long local = instant.getEpochSecond() + VietnamTime.OFFSET.getTotalSeconds();
        int second = (int) Math.floorMod(local, (long) DAY_SECONDS);
        two(text, second / 3_600).append(':');
        two(text, second / 60 % 60).append(':');
        two(text, second % 60).append("+07:00");
    }

    /** As {@code 240221}. */
    static String compact(LocalDate date) {
        var text = new StringBuilder(6);
        two(text, date.getYear() % 100);
        two(text, date.getMonthValue());
        return two(text, date.getDayOfMonth()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
