package hoso.query.report;

import hoso.edge.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The instants at which a report sums the ledger.
 *
 * @param before where the neighbour of the same length begins, {@code F − length}; the length is never cut
 * @param start {@code F}
 * @param end {@code T}
 * @param at given where it cut the period
 */
public record Cuts(Instant before, Instant start, Instant end, Optional<Instant> at) {

    public static Cuts of(ReportQuestion question, Instant now) {
        Instant start = question.period().start();
        Instant at = question.at().orElse(now);
        if (at.isBefore(start)) throw Parameters.malformed("the period has not begun");
        Instant before = start.minus(Duration.ofDays(question.period().days()));
        Instant end = question.period().end();
        return at.isBefore(end)
                ? new Cuts(before, start, at, Optional.of(at))
                : new Cuts(before, start, end, Optional.empty());
    }

    /** All three, in order. */
    public List<Instant> ascending() {
        return List.of(before, start, end);
    }
}
