package hoso.query.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One line of the ledger: from this instant on, so much more (or less) of a measure.
 *
 * @param amount a count, or whole VND for {@link Measure#AMOUNT_PAID_ONLINE}
 */
public record Line(Dimensions dimensions, Measure measure, Instant at, long amount) {

    static LineSink into(List<Line> lines) {
        return (dimensions, measure, micros, amount) ->
                lines.add(new Line(dimensions, measure, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), amount));
    }
}
