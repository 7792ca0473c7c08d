package hoso.event.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Times and dates of RFC 3339 in bytes; what is out of any bound, or written oddly, throws {@link NotAsWritten}. */
final class OwnTimes {

    /** As {@code 2024-03-04T01:00:02}. */
    private static final int SECONDS_LENGTH = 19;

    /** As {@code +07:00}. */
    private static final int OFFSET_LENGTH = 6;

    private static final int DATE_LENGTH = 10;
    private static final int MICRO_DIGITS = 6;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANOS_OF_MICRO = 1_000;

    private OwnTimes() {}

    static Instant instant(byte[] text, int from, int to) {
        if (to - from <= SECONDS_LENGTH) throw new NotAsWritten();
        boolean marked = text[from + 10] == 'T' && text[from + 13] == ':' && text[from + 16] == ':';
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        if (!marked || hour > 23 || minute > 59 || second > 59) throw new NotAsWritten();
        int zone = from + SECONDS_LENGTH;
        int nanos = 0;
        if (text[zone] == '.') {
            int fraction = ++zone;
            while (zone < to && isDigit(text[zone])) zone++;
            nanos = nanos(text, fraction, zone);
        }
        long seconds = epochDay(text, from) * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds - offsetSeconds(text, zone, to), nanos);
    }

    static LocalDate date(byte[] text, int from, int to) {
        if (to - from != DATE_LENGTH) throw new NotAsWritten();
        return LocalDate.ofEpochDay(epochDay(text, from));
    }

    private static int nanos(byte[] text, int from, int to) {
        int digits = to - from;
        if (digits == 0 || digits > MICRO_DIGITS) throw new NotAsWritten();
        int micros = 0;
        for (int index = from; index < to; index++) micros = micros * 10 + text[index] - '0';
        for (; digits < MICRO_DIGITS; digits++) micros *= 10;
        return micros * NANOS_OF_MICRO;
    }

    private static int offsetSeconds(byte[] text, int at, int to) {
        if (to - at == 1 && text[at] == 'Z') return 0;
        boolean plain = to - at == OFFSET_LENGTH && (text[at] == '+' || text[at] == '-') && text[at + 3] == ':';
        if (!plain) throw new NotAsWritten();
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        // the widest offset of java.time
        if (minutes > 59 || hours * 60 + minutes > 18 * 60) throw new NotAsWritten();
        int seconds = hours * 3_600 + minutes * 60;
        return text[at] == '-' ? -seconds : seconds;
    }

    /** Days since 1970-01-01, counted in years that begin in March: "chrono-Compatible Low-Level Date Algorithms". */
    private static long epochDay(byte[] text, int from) {
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        boolean marked = text[from + 4] == '-' && text[from + 7] == '-';
        if (!marked || month < 1 || month > 12 || day < 1 || year == 0) throw new NotAsWritten();
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) throw new NotAsWritten();
        int marchYear = month > 2 ? year : year - 1;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365L * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468;
    }

    private static int two(byte[] text, int at) {
        if (!isDigit(text[at]) || !isDigit(text[at + 1])) throw new NotAsWritten();
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
