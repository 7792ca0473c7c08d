package hoso.command.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time of recording, which never goes back. */
final class RecordingClock {

    /** Who is further off than this from the database's clock has a wrong one. */
    private static final Duration OFFSET_MAX = Duration.ofSeconds(60);

    /** A clock that is set back by less, as time servers do, stands still until it has caught up. */
    private static final Duration STEP_MAX = Duration.ofSeconds(1);

    private final InstantSource source;

    RecordingClock(InstantSource source) {
        this.source = source;
    }

    /**
     * @throws UnfitWriter where the clock is too far from the database's
     */
    void check(Instant databaseNow) {
        var offset = Duration.between(databaseNow, source.instant());
        if (offset.abs().compareTo(OFFSET_MAX) > 0)
            throw new UnfitWriter("this machine's clock is " + offset + " off the database's");
    }

    /**
     * The time to record with, to the microsecond.
     *
     * @throws UnfitWriter where the clock is behind what was recorded last
     */
    Instant next(Instant last) {
        Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
        if (!now.isBefore(last)) return now;
        if (now.isBefore(last.minus(STEP_MAX)))
            throw new UnfitWriter("this machine's clock, " + now + ", is behind the last event's, " + last);
        return last;
    }
}
