package hoso.standalone.load;

import java.time.Instant;
import java.util.Optional;

/**
 * As fast as it is taken.
 *
 * @param end of the month that boards show
 */
public record AtOnce(Instant end) implements Pace {

    @Override
    public Instant dueUntil(Instant next) {
        return next.isAfter(end) ? Instant.MAX : end;
    }

    @Override
    public Optional<Instant> shown() {
        return Optional.empty();
    }

    @Override
    public Optional<String> besides() {
        return Optional.empty();
    }
}
