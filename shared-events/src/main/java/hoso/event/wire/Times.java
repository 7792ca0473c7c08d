package hoso.event.wire;

import hoso.vocabulary.VietnamTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Times of RFC 3339 with an offset, to the microsecond, of the years 1990–2100; and dates of the years 1900–2100. */
public final class Times {

    private static final int YEAR_MIN = 1990;

    /** Units were founded, and decisions are in force, since long before anything that happens here. */
    private static final int DATE_YEAR_MIN = 1900;

    private static final int YEAR_MAX = 2100;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final Instant FIRST = VietnamTime.startOf(LocalDate.of(YEAR_MIN, 1, 1));
    private static final Instant AFTER_LAST = VietnamTime.startOf(LocalDate.of(YEAR_MAX + 1, 1, 1));

    private Times() {}

    /**
     * @throws hoso.event.UnfitData {@code malformed}
     */
    public static Instant instant(String what, String text) {
        try {
            return parse(text);
        } catch (DateTimeException | IndexOutOfBoundsException wrong) {
            throw StrictJson.malformed(
                    what + " is no time of RFC 3339 with an offset, to the microsecond, between 1990 and 2100: "
                            + shortened(text));
        }
    }

    /**
     * @throws hoso.event.UnfitData {@code malformed}
     */
    public static LocalDate date(String what, String text) {
        try {
            if (text.length() != 10) throw new DateTimeException("length");
            return inRange(dateAt(text), DATE_YEAR_MIN);
        } catch (DateTimeException wrong) {
            throw StrictJson.malformed(what + " is no date YYYY-MM-DD between 1900 and 2100: " + shortened(text));
        }
    }

    /** A time as answers and stored events show it, in UTC: as {@link Instant#toString} writes it, which is slower. */
    public static String utc(Instant instant) {
        int nanos = instant.getNano();
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        boolean plain = nanos % NANOS_OF_MICRO == 0 && time.getYear() >= 1_000 && time.getYear() <= 9_999;
        if (!plain) return instant.toString();
        var text = new StringBuilder(27);
        pair(time.getYear() / 100, text);
        pair(time.getYear() % 100, text);
        pair(time.getMonthValue(), text.append('-'));
        pair(time.getDayOfMonth(), text.append('-'));
        pair(time.getHour(), text.append('T'));
        pair(time.getMinute(), text.append(':'));
        pair(time.getSecond(), text.append(':'));
        int micros = nanos / NANOS_OF_MICRO;
        if (micros != 0) triple(micros / 1_000, text.append('.'));
        if (micros % 1_000 != 0) triple(micros % 1_000, text);
        return text.append('Z').toString();
    }

    private static void pair(int value, StringBuilder text) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    private static void triple(int value, StringBuilder text) {
        text.append((char) ('0' + value / 100));
        pair(value % 100, text);
    }

    /** Reads what {@link #utc} wrote: quicker than {@link Instant#parse}, which is a third of reading an event. */
    static Instant own(String text) {
        return exact(text);
    }

    /** Whether an instant is of the years that events may speak of. */
    static boolean isInRange(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(AFTER_LAST);
    }

    /** A text from outside, cut to what a message can bear. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static Instant parse(String text) {
        Instant instant = exact(text);
        inRange(VietnamTime.date(instant), YEAR_MIN);
        return instant;
    }

    private static Instant exact(String text) {
        LocalDate date = dateAt(text);
        char separator = text.charAt(10);
        if (separator != 'T' && separator != 't') throw new DateTimeException("separator");
        expect(text, 13, ':');
        expect(text, 16, ':');
        int end = 19;
        int nanos = 0;
        if (text.charAt(end) == '.') {
            int digits = 0;
            while (isDigit(text.charAt(++end))) {
                if (++digits > 9) throw new DateTimeException("fraction");
                nanos = nanos * 10 + text.charAt(end) - '0';
            }
            if (digits == 0) throw new DateTimeException("fraction");
            for (; digits < 9; digits++) nanos *= 10;
            if (nanos % NANOS_OF_MICRO != 0) throw new DateTimeException("finer than a microsecond");
        }
        var time = LocalTime.of(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2), nanos);
        return LocalDateTime.of(date, time).toInstant(offset(text, end));
    }

    private static ZoneOffset offset(String text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            if (text.length() != at + 1) throw new DateTimeException("offset");
            return ZoneOffset.UTC;
        }
        if (text.length() != at + 6 || (sign != '+' && sign != '-')) throw new DateTimeException("offset");
        expect(text, at + 3, ':');
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        if (minutes > 59) throw new DateTimeException("offset");
        return ZoneOffset.ofTotalSeconds((sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60));
    }

    private static LocalDate dateAt(String text) {
        if (text.length() < 10) throw new DateTimeException("length");
        expect(text, 4, '-');
        expect(text, 7, '-');
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    private static LocalDate inRange(LocalDate date, int yearMin) {
        if (date.getYear() < yearMin || date.getYear() > YEAR_MAX) throw new DateTimeException("year");
        return date;
    }

    private static int number(String text, int from, int length) {
        int value = 0;
        for (int index = from; index < from + length; index++) {
            if (!isDigit(text.charAt(index))) throw new DateTimeException("digit");
            value = value * 10 + text.charAt(index) - '0';
        }
        return value;
    }

    private static void expect(String text, int index, char character) {
        if (text.charAt(index) != character) throw new DateTimeException("separator");
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
