package hoso.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A reporting period {@code [from, to]} of whole local days, both inclusive as in the official reports. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) throw new IllegalArgumentException("from " + from + " is after to " + to);
    }

    /** {@code F}: the start of the first day. */
    public Instant start() {
        return VietnamTime.startOf(from);
    }

    /** {@code T}: the start of the day after the last. */
    public Instant end() {
        return VietnamTime.startOf(to.plusDays(1));
    }

    /** Length in whole days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The period of the same length that ends where this one begins. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The period of the same length that begins where this one ends. */
    public Period after() {
        return new Period(to.plusDays(1), to.plusDays(days()));
    }
}
