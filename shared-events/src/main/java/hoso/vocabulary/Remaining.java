package hoso.vocabulary;

import java.time.Duration;

/** What remains of a dossier's time while it is paused. */
public sealed interface Remaining {

    /** Working time, for all kinds of processing but calendar days. */
    record WorkingTime(Duration work) implements Remaining {}

    /** Calendar days between the day of the pause and the due day; not below 0 for a pause that counts. */
    record CalendarDays(int days) implements Remaining {}
}
