package hoso.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Local dates and times of Asia/Ho_Chi_Minh, which has kept +07:00 all the time this system speaks of (1990–2100). */
public final class VietnamTime {

    /** The one offset every local date is meant in. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private VietnamTime() {}

    /** The local date of an instant. */
    public static LocalDate date(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond() + OFFSET.getTotalSeconds(), 86_400L));
    }

    /** The local time of day of an instant. */
    public static LocalTime timeOfDay(Instant instant) {
        return LocalTime.ofInstant(instant, OFFSET);
    }

    /** The instant at which a local date begins. */
    public static Instant startOf(LocalDate date) {
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400L - OFFSET.getTotalSeconds());
    }

    /** The instant of a local time on a local date. */
    public static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(OFFSET);
    }
}
