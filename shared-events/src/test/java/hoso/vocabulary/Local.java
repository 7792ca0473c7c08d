package hoso.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Local times and dates as tests write them. */
final class Local {

    private Local() {}

    /** {@code 2024-03-04T07:30}, at +07:00. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(VietnamTime.OFFSET);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
