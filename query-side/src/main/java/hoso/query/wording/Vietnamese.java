package hoso.query.wording;

import hoso.vocabulary.VietnamTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as officials write them. */
public final class Vietnamese {

    /** What stands where there is nothing to count. */
    public static final Locale LOCALE = Locale.of("vi");

    private static final String NOTHING = "–";

    private static final int ONE_DIGIT_MAX = 9;
    /** Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1 and 2 have a 0 before them. */
    private static final int MONTH_WITH_ZERO_MAX = 2;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /** Đ comes after D, and a tone mark parts two names only where nothing else does; code points put Đ behind Y. */
    public static final Comparator<String> ALPHABET = Collator.getInstance(LOCALE)::compare;

    private Vietnamese() {}

    /**
     * Counts below ten have a 0 before them, {@code 06 hồ sơ}: three of the five reports write so, and nobody can put a
     * digit before it.
     */
    public static String inSentence(@Nullable Object value) {
        return value instanceof Long count && count >= 0 && count <= ONE_DIGIT_MAX ? "0" + count : inTable(value);
    }

    public static String inTable(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Long count -> count(count);
            case BigDecimal rate -> percent(rate);
            default -> value.toString();
        };
    }

    /** {@code 92.958}. */
    public static String count(long count) {
        return format("#,##0").format(count);
    }

    /** {@code 91,84%}, of 91.84. */
    public static String percent(BigDecimal rate) {
        return points(rate) + "%";
    }

    /** {@code 1,28}, of 1.28. */
    public static String points(BigDecimal points) {
        return format("#,##0.00").format(points);
    }

    /** {@code 32,8 tỷ đồng}: as one says it; the exact sum is {@link #count}. */
    public static String dong(long amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        BigDecimal millions = exact.divide(MILLION, 1, RoundingMode.HALF_UP);
        if (millions.compareTo(BigDecimal.ONE) < 0) return count(amount) + " đồng";
        if (millions.compareTo(BigDecimal.valueOf(1_000)) < 0)
            return format("#,##0.#").format(millions) + " triệu đồng";
        return format("#,##0.#").format(exact.divide(BILLION, 1, RoundingMode.HALF_UP)) + " tỷ đồng";
    }

    /** {@code 21/02/2024}, {@code 20/3/2024}. */
    public static String date(LocalDate date) {
        return day(date) + "/" + month(date) + "/" + date.getYear();
    }

    /** {@code ngày 20 tháng 3 năm 2024}. */
    public static String dateInWords(LocalDate date) {
        return "ngày " + day(date) + " tháng " + month(date) + " năm " + date.getYear();
    }

    /** {@code 08 giờ 05 phút ngày 20 tháng 3 năm 2024}. */
    public static String moment(Instant moment) {
        OffsetDateTime local = moment.atOffset(VietnamTime.OFFSET);
        return "%02d giờ %02d phút ".formatted(local.getHour(), local.getMinute()) + dateInWords(local.toLocalDate());
    }

    /** {@code 08:05 thứ Tư, 20/3/2024}; seconds only where there are any. */
    public static String time(Instant moment) {
        OffsetDateTime local = moment.atOffset(VietnamTime.OFFSET);
        String clock = "%02d:%02d".formatted(local.getHour(), local.getMinute());
        if (local.getSecond() != 0) clock += ":%02d".formatted(local.getSecond());
        return clock + " " + dayOfWeek(local.toLocalDate()) + ", " + date(local.toLocalDate());
    }

    /** {@code thứ Hai} to {@code thứ Bảy}, and {@code Chủ nhật}. */
    private static String dayOfWeek(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    /**
     * {@code 3 ngày làm việc 2 giờ 15 phút}, {@code 7 giờ 30 phút làm việc}: to the second, as instants are told.
     *
     * @param standardDay the working time of one day
     */
    public static String workingTime(Duration work, Duration standardDay) {
        long days = work.dividedBy(standardDay);
        Duration rest = work.minus(standardDay.multipliedBy(days));
        if (work.isZero()) return "0 giờ";
        if (days == 0) return clock(rest) + " làm việc";
        String whole = days + " ngày làm việc";
        return rest.toSeconds() == 0 ? whole : whole + " " + clock(rest);
    }

    /** {@code 2 ngày 3 giờ 20 phút}: by the clock on the wall. */
    public static String elapsed(Duration time) {
        if (time.toDays() == 0) return clock(time);
        String whole = time.toDays() + " ngày";
        Duration rest = time.minusDays(time.toDays());
        return rest.toSeconds() == 0 ? whole : whole + " " + clock(rest);
    }

    /** What is left of a second is left out, but where it is all there is. */
    private static String clock(Duration time) {
        List<String> parts = new ArrayList<>();
        if (time.toHours() > 0) parts.add(time.toHours() + " giờ");
        if (time.toMinutesPart() > 0) parts.add(time.toMinutesPart() + " phút");
        if (time.toSecondsPart() > 0) parts.add(time.toSecondsPart() + " giây");
        return parts.isEmpty() ? "chưa đến 1 giây" : String.join(" ", parts);
    }

    /** {@code cấp huyện}, of {@code Cấp huyện}. */
    public static String uncapitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(LOCALE) + name.substring(1);
    }

    public static String capitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(LOCALE) + name.substring(1);
    }

    private static String day(LocalDate date) {
        return "%02d".formatted(date.getDayOfMonth());
    }

    private static String month(LocalDate date) {
        int month = date.getMonthValue();
        return (month <= MONTH_WITH_ZERO_MAX ? "0" : "") + month;
    }

    private static DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
