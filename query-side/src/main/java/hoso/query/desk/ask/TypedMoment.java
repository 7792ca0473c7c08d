package hoso.query.desk.ask;

import hoso.vocabulary.VietnamTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what people type for a moment: a time of Viet Nam, a day, of which they mean the end, or a position. */
public final class TypedMoment {

    private static final List<DateTimeFormatter> TIMES = Stream.of("H:mm[:ss] d/M/uuuu", "d/M/uuuu[ H:mm[:ss]]")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /** With its thousands apart, as pages write it. */
    private static final Pattern POSITION = Pattern.compile("\\d{1,3}(?:[.,]\\d{3}){1,5}");

    /** As {@code 17h} or {@code 17h30}. */
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})[hH](\\d\\d)?");

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private TypedMoment() {}

    /** As the API takes it; what is written in none of these ways is left for the API to judge. */
    public static String of(String text) {
        if (POSITION.matcher(text).matches()) return text.replaceAll("[.,]", "");
        String typed = HOURS.matcher(text).replaceAll(hour -> hour.group(1) + ":" + minutes(hour.group(2)));
        for (DateTimeFormatter format : TIMES) {
            try {
                TemporalAccessor read = format.parseBest(typed, LocalDateTime::from, LocalDate::from);
                return inVietnam(read instanceof LocalDate day ? day.atTime(END_OF_DAY) : LocalDateTime.from(read));
            } catch (DateTimeParseException other) {
                // written in another way
            }
        }
        return text;
    }

    private static String minutes(@Nullable String told) {
        return told == null ? "00" : told;
    }

    /** With the offset of Viet Nam. */
    public static String inVietnam(LocalDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(VietnamTime.OFFSET));
    }
}
