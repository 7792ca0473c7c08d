package hoso.standalone.load;

import java.time.Instant;
import java.util.Optional;

/** How fast the demo is told. */
public sealed interface Pace permits Pace.AtOnce, LivePace {

    /**
     * The moment up to which lines are due now, itself included.
     *
     * @param next when the next line was published
     */
    Instant dueUntil(Instant next);

    /** The moment that boards show meanwhile; empty where they do not follow. */
    Optional<Instant> shown();

    /** As fast as it is taken. */
    record AtOnce() implements Pace {

        @Override
        public Instant dueUntil(Instant next) {
            return Instant.MAX;
        }

        @Override
        public Optional<Instant> shown() {
            return Optional.empty();
        }
    }
}
