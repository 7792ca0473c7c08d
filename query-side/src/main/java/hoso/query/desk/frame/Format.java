package hoso.query.desk.frame;

import hoso.edge.Parameters;
import hoso.query.desk.ask.TypedMoment;
import hoso.vocabulary.VietnamTime;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers, days, times and spans are written for people. Times are those of Viet Nam. */
public record Format(Language language) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    /** What a form's field of a time takes and gives. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

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
            return TypedMoment.inVietnam(LocalDateTime.parse(field));
        } catch (DateTimeParseException other) {
            String typed = TypedMoment.of(field);
            if (typed.equals(field)) throw Parameters.malformed("no time: " + Parameters.shortened(field));
            return typed;
        }
    }

    /** What a question names a moment by, as people type it: {@link hoso.query.desk.ask.TypedMoment} gives the same moment. */
    public static String typable(String moment) {
        try {
            Instant instant = OffsetDateTime.parse(moment).toInstant();
            return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))
                    ? EXACT.format(instant.atOffset(VietnamTime.OFFSET))
                    : moment;
        } catch (DateTimeException other) {
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
        } catch (DateTimeException other) {
            return text;
        }
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
