package hoso.testkit.brute;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period report asked for: {@code by} is one of {@code unit}, {@code field}, {@code procedure}, {@code channel},
 * {@code level}; without {@code tree} the tree of {@code to} holds; {@code at} cuts the period, and there is no clock
 * here that would cut one that has not ended; {@code asOf} counts accepted events.
 */
public record BruteQuestion(
        String unit,
        LocalDate from,
        LocalDate to,
        String by,
        @Nullable LocalDate tree,
        @Nullable Instant at,
        long asOf) {

    /** A question by unit, with the tree of {@code to}, uncut. */
    public static BruteQuestion of(String unit, LocalDate from, LocalDate to, long asOf) {
        return new BruteQuestion(unit, from, to, "unit", null, null, asOf);
    }

    LocalDate treeDate() {
        return tree != null ? tree : to;
    }

    Instant start() {
        return BruteJson.startOf(from);
    }

    Instant end() {
        Instant end = BruteJson.startOf(to.plusDays(1));
        return at != null && at.isBefore(end) ? at : end;
    }

    /** The whole days of the period, never cut. */
    long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
