package hoso.standalone.load;

import java.time.Instant;
import java.util.Optional;

/** How fast the demo is told. However that is, what happened in the month that boards show is told before what came after it. */
public sealed interface Pace permits AtOnce, LivePace {

    /**
     * The moment up to which lines are due now, itself included; {@link Instant#MAX} when all of the month is told, and has passed.
     *
     * @param next when the next line was published
     */
    Instant dueUntil(Instant next);

    /** The last moment of the month that boards show. */
    Instant end();

    /** The moment that boards show meanwhile; empty where they do not follow. */
    Optional<Instant> shown();

    /** What is told while that moment stands still. */
    Optional<String> besides();
}
