package hoso.vocabulary;

import java.time.Instant;

/** Whether a dossier was closed before its due day, on it, or after its due instant: trước hạn, đúng hạn, trễ hạn. */
public enum Timeliness {
    EARLY,
    ON_TIME,
    LATE;

    /** Judges a closing instant against the due instant in force; the due instant itself is on time. */
    public static Timeliness of(Instant closedAt, Instant dueAt) {
        if (closedAt.isAfter(dueAt)) return LATE;
        return VietnamTime.date(closedAt).isBefore(VietnamTime.date(dueAt)) ? EARLY : ON_TIME;
    }
}
