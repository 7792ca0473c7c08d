package hoso.query.audit.clock;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * What a day off is called, by where in the year it lies: calendars are published as dates alone.
 *
 * <p>Labour Code art. 112: New Year, Tết of five days, the Hùng Kings' day (10th of the third lunar month), 30 April, 1 May,
 * and National Day of two days; where one falls on a weekend the next working day is off (111.3), and others are swapped by
 * the Prime Minister. 24 November is the day of culture from 2026 on, where a calendar has it.
 */
final class Holidays {

    private static final String OTHER = "ngày nghỉ lễ";

    private static final List<Fixed> FIXED = List.of(
            new Fixed(MonthDay.of(1, 1), "Tết Dương lịch"),
            new Fixed(MonthDay.of(4, 30), "Ngày Chiến thắng 30/4"),
            new Fixed(MonthDay.of(5, 1), "Ngày Quốc tế Lao động 01/5"),
            new Fixed(MonthDay.of(9, 2), "Quốc khánh 02/9"),
            new Fixed(MonthDay.of(11, 24), "Ngày Văn hóa Việt Nam 24/11"));

    /** So far around a day its other and its substitute days lie. The new year of the moon moves from 21/1 to 20/2. */
    private static final List<Season> SEASONS = List.of(
            new Season(MonthDay.of(1, 2), MonthDay.of(1, 4), "nghỉ Tết Dương lịch"),
            new Season(MonthDay.of(1, 17), MonthDay.of(2, 28), "Tết Nguyên đán"),
            new Season(MonthDay.of(4, 1), MonthDay.of(4, 28), "Giỗ Tổ Hùng Vương"),
            new Season(MonthDay.of(4, 29), MonthDay.of(5, 5), "nghỉ lễ 30/4 và 01/5"),
            new Season(MonthDay.of(8, 29), MonthDay.of(9, 5), "nghỉ Quốc khánh 02/9"),
            new Season(MonthDay.of(11, 23), MonthDay.of(11, 26), "nghỉ Ngày Văn hóa Việt Nam"),
            new Season(MonthDay.of(12, 30), MonthDay.of(12, 31), "nghỉ Tết Dương lịch"));

    private record Fixed(MonthDay day, String name) {}

    private record Season(MonthDay from, MonthDay to, String name) {
        boolean has(MonthDay day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private Holidays() {}

    static String name(LocalDate holiday) {
        MonthDay day = MonthDay.from(holiday);
        for (Fixed fixed : FIXED) if (fixed.day().equals(day)) return fixed.name();
        for (Season season : SEASONS) if (season.has(day)) return season.name();
        return OTHER;
    }
}
