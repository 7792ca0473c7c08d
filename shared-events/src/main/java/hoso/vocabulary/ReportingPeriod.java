package hoso.vocabulary;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The periods that regulations set for regular reports, each of whole months that begin and end within one. Periods of a
 * kind follow one another without a gap.
 *
 * <p>Source: Nghị định 09/2019/NĐ-CP, Điều 12, for all but {@link #MONTH_644}; that one is the month in which the monthly
 * reports on Công điện 644/CĐ-TTg (Công văn 5633/VPCP-KSTT) are counted.
 */
public enum ReportingPeriod {
    /** From the 15th of the month before to the 14th; written {@code 2024-03}. */
    MONTH(1, 15, ""),
    /** From the 21st of the month before to the 20th; written {@code 2024-03}. */
    MONTH_644(1, 21, ""),
    /** From the 15th of the month before to the 14th of its last month; written {@code 2024-Q1}. */
    QUARTER(3, 15, "Q"),
    /** From 15 December to 14 June, and from 15 June to 14 December; written {@code 2024-H1}. */
    HALF_YEAR(6, 15, "H"),
    /** From 15 December of the year before to 14 December; written {@code 2024}. */
    YEAR(12, 15, "");

    private static final int MONTHS_OF_YEAR = 12;
    private static final Pattern WRITTEN = Pattern.compile("(19\\d\\d|20\\d\\d|2100)(?:-([QH]?)(\\d{1,2}))?");

    private final int months;
    private final int firstDay;
    private final String letter;

    ReportingPeriod(int months, int firstDay, String letter) {
        this.months = months;
        this.firstDay = firstDay;
        this.letter = letter;
    }

    /** The period of a name, as {@code 2024-Q1}; empty where this kind has none of that name. */
    public Optional<Period> named(String name) {
        Matcher parts = WRITTEN.matcher(name);
        if (!parts.matches()) return Optional.empty();
        int year = Integer.parseInt(parts.group(1));
        if (this == YEAR) return parts.group(3) == null ? Optional.of(ending(year, 1)) : Optional.empty();
        boolean mine = letter.equals(parts.group(2)) && parts.group(3).length() == (letter.isEmpty() ? 2 : 1);
        int number = mine ? Integer.parseInt(parts.group(3)) : 0;
        return number >= 1 && number <= MONTHS_OF_YEAR / months ? Optional.of(ending(year, number)) : Optional.empty();
    }

    /** The name of the period that a day lies in. */
    public String nameAt(LocalDate day) {
        LocalDate last = containing(day).to();
        int number = (last.getMonthValue() + months - 1) / months;
        return switch (this) {
            case YEAR -> "%04d".formatted(last.getYear());
            case MONTH, MONTH_644 -> "%04d-%02d".formatted(last.getYear(), number);
            case QUARTER, HALF_YEAR -> "%04d-%s%d".formatted(last.getYear(), letter, number);
        };
    }

    /** The period that a day lies in. */
    public Period containing(LocalDate day) {
        LocalDate month = day.getDayOfMonth() < firstDay ? day : day.plusMonths(1);
        return ending(month.getYear(), (month.getMonthValue() + months - 1) / months);
    }

    /** The period of a number within its year, from 1. */
    private Period ending(int year, int number) {
        LocalDate after = LocalDate.of(year, number * months, firstDay);
        return new Period(after.minusMonths(months), after.minusDays(1));
    }
}
