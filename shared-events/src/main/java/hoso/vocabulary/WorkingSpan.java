package hoso.vocabulary;

import java.time.LocalTime;

/** A span {@code [from, to)} of working time within a day. */
public record WorkingSpan(LocalTime from, LocalTime to) {

    public WorkingSpan {
        if (!from.isBefore(to)) throw new IllegalArgumentException("span from " + from + " not before " + to);
    }
}
