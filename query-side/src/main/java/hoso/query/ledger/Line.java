package hoso.query.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One line of the ledger: from this instant on, so much more (or less) of a measure.
 *
 * @param amount a count, or whole VND for {@link Measure#AMOUNT_PAID_ONLINE}
 */
public record Line(Dimensions dimensions, Measure measure, Instant at, long amount) {

    /**
     * Lines as objects.
     *
     * @param each gives them one by one
     */
    static List<Line> all(Consumer<LineSink> each) {
        List<Line> lines = new ArrayList<>();
        each.accept((dimensions, measure, micros, amount) ->
                lines.add(new Line(dimensions, measure, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), amount)));
        return List.copyOf(lines);
    }
}
