package hoso.query.board.kept;

import hoso.query.books.block.Days;
import hoso.query.copy.CopyRows;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Lines of the ledger, summed by day and what they are counted under. */
final class DaySums {

    /** PostgreSQL counts its days from there. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final int MEASURES = Measure.all().size();

    /** Day, unit, procedure, field and channel. */
    private static final int KEYS = 5;

    private final Map<Key, long[]> sums = new HashMap<>();

    /**
     * @param day local, from 1970-01-01
     */
    private record Key(int day, Dimensions dimensions) {}

    /**
     * @param micros the instant, in microseconds since 1970
     */
    void add(Dimensions dimensions, Measure measure, long micros, long amount) {
        sums.computeIfAbsent(new Key(Days.of(micros), dimensions), unseen -> new long[MEASURES])[measure.ordinal()] +=
                amount;
    }

    /** With the null that stands for 0. */
    CopyRows rows() {
        var rows = new CopyRows();
        sums.forEach((key, amounts) -> {
            Dimensions dimensions = key.dimensions();
            rows.row(KEYS + MEASURES)
                    .int4((int) (key.day() - EPOCH_DAY))
                    .text(dimensions.unit())
                    .text(Objects.requireNonNullElse(dimensions.procedure(), ""))
                    .text(Objects.requireNonNullElse(dimensions.field(), ""))
                    .text(
                            dimensions.channel() == null
                                    ? ""
                                    : dimensions.channel().name());
            for (long amount : amounts) {
                if (amount == 0) rows.none();
                else rows.int8(amount);
            }
        });
        return rows;
    }
}
