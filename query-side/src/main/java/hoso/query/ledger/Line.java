package hoso.query.ledger;

import java.time.Instant;

/**
 * One line of the ledger: from this instant on, so much more (or less) of a measure.
 *
 * @param amount a count, or whole VND for {@link Measure#AMOUNT_PAID_ONLINE}
 */
public record Line(Dimensions dimensions, Measure measure, Instant at, long amount) implements Comparable<Line> {

    /** By what the line counts, whatever its amount: lines that compare as equal add up to one. */
    @Override
    @SuppressWarnings("ReferenceEquality") // the quick way alone: equal ones compare as such
    public int compareTo(Line other) {
        int order = measure.compareTo(other.measure);
        if (order == 0) order = at.compareTo(other.at);
        if (order == 0 && dimensions != other.dimensions)
            order = Dimensions.ORDER.compare(dimensions, other.dimensions);
        return order;
    }

    Line with(long amount) {
        return new Line(dimensions, measure, at, amount);
    }
}
