package hoso.query.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The moment that boards show. It is now, unless what they show lies in the past, as a demo does: then they stand at a moment of
 * that past, or run through it faster than time goes. Standing, they may be told what was known by then: what falls due, and
 * what is owed, is a sum that later facts would change.
 */
public final class BoardClock {

    private final InstantSource real;

    private volatile @Nullable Course course;

    /**
     * @param begin the moment that was shown
     * @param since when, by the real clock
     * @param end the last moment that is shown; there it stands still
     * @param position as of which it is shown; empty for the newest
     */
    private record Course(Instant begin, Instant since, double speed, Instant end, OptionalLong position) {

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
        standAt(moment, OptionalLong.empty());
    }

    /**
     * The same, as of the position that the ledger had then; empty where nobody knows it.
     */
    public void standAt(Instant moment, OptionalLong position) {
        course = new Course(moment, real.instant(), 0, moment, position);
    }

    /**
     * Shows the time from one moment to another as it passes.
     *
     * @param speed how many seconds of it in one of ours; more than 0
     */
    public void run(Instant begin, Instant end, double speed) {
        if (!(speed > 0)) throw new IllegalArgumentException("a speed of " + speed);
        course = new Course(begin, real.instant(), speed, end, OptionalLong.empty());
    }

    /** As of which position what is shown is shown: the newest, unless it was told another. */
    public long position(long newest) {
        Course now = course;
        return now == null ? newest : Math.min(newest, now.position().orElse(newest));
    }

    public Instant instant() {
        Course now = course;
        return now == null ? real.instant() : now.at(real.instant());
    }
}
