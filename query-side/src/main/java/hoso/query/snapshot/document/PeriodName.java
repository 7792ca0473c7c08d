package hoso.query.snapshot.document;

import hoso.query.snapshot.SnapshotKind;
import hoso.vocabulary.Period;
import java.time.LocalDate;
import java.util.List;

/** What officials call a period: the month of 21/02 to 20/3 is March, by the day that it ends on. */
final class PeriodName {

    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF_YEAR = 6;

    private PeriodName() {}

    /** As {@code tháng 3 năm 2024}. */
    static String of(SnapshotKind kind, Period period) {
        LocalDate last = period.to();
        int month = last.getMonthValue() - 1;
        String year = " năm " + last.getYear();
        return switch (kind) {
            case MONTH -> "tháng " + last.getMonthValue() + year;
            case QUARTER -> "quý " + QUARTERS.get(month / MONTHS_OF_QUARTER) + year;
            case HALF_YEAR -> "6 tháng " + (month < MONTHS_OF_HALF_YEAR ? "đầu" : "cuối") + year;
            case YEAR -> "năm " + last.getYear();
            case CUSTOM -> "trong kỳ báo cáo";
        };
    }
}
