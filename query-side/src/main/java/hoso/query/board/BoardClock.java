package hoso.query.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The moment that boards show. It is now, unless what they show lies in the past, as a demo does: then they stand at a moment of
 * that past, or run through it faster than time goes.
 */
public final class BoardClock {

    private final InstantSource real;

    private volatile @Nullable Course course;

    /**
     * @param begin the moment that was shown
     * @param since when, by the real clock
     * @param end the last moment that is shown; there it stands still
     */
    private record Course(Instant begin, Instant since, double speed, Instant end) {

        Instant at(Instant now) {
            double shown = Duration.between(since, now).toMillis() * speed;
            Instant at = begin.plusMillis((long) shown);
            return at.isBefore(end) ? at : end;
        }
    }

    public BoardClock(InstantSource real) {
        this.real = real;
    }

    /** Shows one moment from now on, and no other. */
    public void standAt(Instant moment) {
        course = new Course(moment, real.instant(), 0, moment);
    }

    /**
     * Shows the time from one moment to another as it passes.
     *
     * @param speed how many seconds of it in one of ours; more than 0
     */
    public void run(Instant begin, Instant end, double speed) {
        if (!(speed > 0)) throw new IllegalArgumentException("a speed of " + speed);
        course = new Course(begin, real.instant(), speed, end);
    }

    public Instant instant() {
        Course now = course;
        return now == null ? real.instant() : now.at(real.instant());
    }
}
