package hoso.query.desk.frame;

import hoso.edge.Parameters;
import hoso.vocabulary.VietnamTime;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How numbers, days, times and spans are written for people. Times are those of Viet Nam. */
public record Format(Language language) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    /** What a form's field of a time takes and gives. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** As people type a time or a day, of which they mean the end. */
    private static final List<DateTimeFormatter> TYPED = Stream.of("H:mm[:ss] d/M/uuuu", "d/M/uuuu[ H:mm[:ss]]")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private static final int HOURS_OF_A_LONG_SPAN = 100;

    /** Thousands by a point in Vietnamese, by a comma in English. */
    public String number(long value) {
        return decimals("#,##0").format(value);
    }

    /** As many decimals as it has. */
    public String decimal(BigDecimal value) {
        return decimals("#,##0.######").format(value);
    }

    /** In percent, to the two decimals of the catalogue. */
    public String rate(BigDecimal value) {
        return decimals("#,##0.00").format(value);
    }

    /** A change, with its sign; a minus is one, no hyphen. */
    public String signed(BigDecimal value) {
        String size = decimal(value.abs());
        return switch (value.signum()) {
            case 1 -> "+" + size;
            case -1 -> "−" + size;
            default -> size;
        };
    }

    public String signed(long value) {
        return signed(BigDecimal.valueOf(value));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String time(Instant instant) {
        return TIME.format(instant.atOffset(VietnamTime.OFFSET));
    }

    /** To the second. */
    public String exact(Instant instant) {
        return EXACT.format(instant.atOffset(VietnamTime.OFFSET));
    }

    /** As a field of a form holds it, in Viet Nam's time. */
    public static String field(Instant instant) {
        return FIELD.format(instant.atOffset(VietnamTime.OFFSET));
    }

    /**
     * What a field of a form holds, as the API takes it: Viet Nam's time with its offset.
     *
     * @throws hoso.edge.Problem {@code malformed}
     */
    public static String entered(String field) {
        try {
            return inVietnam(LocalDateTime.parse(field));
        } catch (DateTimeParseException unreadable) {
            throw Parameters.malformed("no time: " + Parameters.shortened(field));
        }
    }

    /**
     * A time as somebody typed it, as the API takes it: {@code 17:00 20/03/2024}, or a day, to its end. What is not written so is
     * left for the API to judge.
     */
    public static String typed(String text) {
        for (DateTimeFormatter format : TYPED) {
            try {
                TemporalAccessor read = format.parseBest(text, LocalDateTime::from, LocalDate::from);
                return inVietnam(read instanceof LocalDate day ? day.atTime(END_OF_DAY) : LocalDateTime.from(read));
            } catch (DateTimeParseException other) {
                // written in another way
            }
        }
        return text;
    }

    /** What a question names a moment by, as people type it: {@link #typed} gives the same moment. */
    public static String typable(String moment) {
        try {
            Instant instant = OffsetDateTime.parse(moment).toInstant();
            return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))
                    ? EXACT.format(instant.atOffset(VietnamTime.OFFSET))
                    : moment;
        } catch (DateTimeParseException other) {
            return moment;
        }
    }

    /** Up to where something is looked at, by a position or a time. */
    public String upTo(String moment) {
        return POSITION.matcher(moment).matches()
                ? language.say("sự kiện số ", "event number ") + number(Long.parseLong(moment))
                : timeIn(moment);
    }

    /** A text as it is, unless it is a time of RFC 3339. */
    public String timeIn(String text) {
        try {
            return exact(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException other) {
            return text;
        }
    }

    private static String inVietnam(LocalDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(VietnamTime.OFFSET));
    }

    /** What a form's field of a day shows of a question: nothing of what is no day, which such a field cannot hold. */
    public static String dayField(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? text : "";
    }

    /** Whether two fields of a form hold the same time, or both none: seconds that are 0 may be left out. */
    public static boolean isSame(String field, String other) {
        return field.equals(other)
                || (!field.isEmpty() && !other.isEmpty() && entered(field).equals(entered(other)));
    }

    /** Working time: {@code 40 giờ 24 phút}; of a long span the hours alone, and of less than a minute the seconds. */
    public String span(Duration span) {
        long hours = span.toHours();
        int minutes = span.toMinutesPart();
        String inHours = number(hours) + language.say(" giờ", " h");
        String inMinutes = minutes + language.say(" phút", " min");
        if (hours >= HOURS_OF_A_LONG_SPAN || (hours > 0 && minutes == 0)) return inHours;
        if (hours > 0) return inHours + " " + inMinutes;
        return minutes > 0 ? inMinutes : span.toSecondsPart() + language.say(" giây", " s");
    }

    private DecimalFormat decimals(String pattern) {
        Locale locale = language == Language.VI ? Locale.of("vi", "VN") : Locale.ROOT;
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
    }
}
