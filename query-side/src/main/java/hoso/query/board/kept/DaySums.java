package hoso.query.board.kept;

import hoso.query.books.block.Days;
import hoso.query.copy.CopyRows;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the ledger, summed by day and what they are counted under. What is coarser is added up here as well: with a column
 * for each measure, grouping took PostgreSQL longer than writing.
 */
final class DaySums {

    /** PostgreSQL counts its days from there. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final int MEASURES = Measure.all().size();

    private final Map<Key, long[]> sums = new HashMap<>();

    /**
     * @param day local, from 1970-01-01
     */
    private record Key(int day, Dimensions dimensions) {}

    /**
     * The key of a row.
     *
     * @param day the first of the month, where the table is by month
     * @param texts in the order of its columns; an empty one for what a line is not counted under
     */
    private record RowKey(int day, List<String> texts) {

        static RowKey of(Key key, SummedTable table) {
            int day = table.byMonth() ? firstOfMonth(key.day()) : key.day();
            Dimensions by = key.dimensions();
            String channel = by.channel() == null ? "" : by.channel().name();
            return new RowKey(
                    day,
                    table.byProcedure()
                            ? List.of(by.unit(), orNothing(by.procedure()), orNothing(by.field()), channel)
                            : List.of(by.unit(), channel));
        }

        private static int firstOfMonth(int day) {
            return Math.toIntExact(LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay());
        }

        private static String orNothing(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /**
     * @param micros the instant, in microseconds since 1970
     */
    void add(Dimensions dimensions, Measure measure, long micros, long amount) {
        sums.computeIfAbsent(new Key(Days.of(micros), dimensions), unseen -> new long[MEASURES])[measure.ordinal()] +=
                amount;
    }

    /** The rows of a table: its keys, then the measures, with the null that stands for 0. */
    CopyRows rows(SummedTable table) {
        var rows = new CopyRows();
        added(table).forEach((key, amounts) -> {
            if (LongStream.of(amounts).allMatch(amount -> amount == 0)) return;
            rows.row(1 + key.texts().size() + MEASURES).int4((int) (key.day() - EPOCH_DAY));
            for (String text : key.texts()) rows.text(text);
            for (long amount : amounts) {
                if (amount == 0) rows.none();
                else rows.int8(amount);
            }
        });
        return rows;
    }

    private Map<RowKey, long[]> added(SummedTable table) {
        Map<RowKey, long[]> added = new HashMap<>();
        sums.forEach((key, amounts) -> {
            long[] sum = added.computeIfAbsent(RowKey.of(key, table), unseen -> new long[MEASURES]);
            for (int measure = 0; measure < MEASURES; measure++) sum[measure] += amounts[measure];
        });
        return added;
    }
}
