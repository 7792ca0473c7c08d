package hoso.query.snapshot.replay;

import hoso.query.books.BookReader.Dimension;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds up contributions before some instants: by every key before a few, and all together before more. Each line is added
 * to the stretch between two cuts that it lies in; what lies before a cut is the sum of the stretches before it.
 */
final class CutSums {

    private static final int MEASURES = Measure.all().size();

    private final long[] cuts;
    private final long[] cutsOfTotal;
    private final Map<Dimension, Map<String, long[][]>> keyed = new EnumMap<>(Dimension.class);
    private final long[][] total;

    /**
     * @param cuts ascending, for sums by key
     * @param cutsOfTotal ascending, for the sums of all keys together
     */
    CutSums(List<Instant> cuts, List<Instant> cutsOfTotal) {
        this.cuts = micros(cuts);
        this.cutsOfTotal = micros(cutsOfTotal);
        this.total = new long[cutsOfTotal.size()][MEASURES];
        for (Dimension dimension : Dimension.values()) keyed.put(dimension, new HashMap<>());
    }

    private static long[] micros(List<Instant> instants) {
        return instants.stream()
                .mapToLong(instant -> ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                .toArray();
    }

    void add(Contribution contribution) {
        if (contribution.size() == 0) return;
        long[][][] rows = rowsOf(contribution.dimensions());
        contribution.each((dimensions, measure, micros, amount) -> {
            int stretch = stretch(cuts, micros);
            if (stretch < cuts.length) for (long[][] row : rows) row[stretch][measure.ordinal()] += amount;
            int ofTotal = stretch(cutsOfTotal, micros);
            if (ofTotal < cutsOfTotal.length) total[ofTotal][measure.ordinal()] += amount;
        });
    }

    /** A petition has a unit alone. */
    private long[][][] rowsOf(Dimensions of) {
        long[][] unit = rows(Dimension.OWNING_UNIT, of.unit());
        if (of.channel() == null) return new long[][][] {unit};
        return new long[][][] {
            unit,
            rows(Dimension.CHANNEL, of.channel().name()),
            rows(Dimension.FIELD, Objects.requireNonNull(of.field())),
            rows(Dimension.PROCEDURE, Objects.requireNonNull(of.procedure()))
        };
    }

    private long[][] rows(Dimension dimension, String key) {
        return of(dimension).computeIfAbsent(key, unseen -> new long[cuts.length][MEASURES]);
    }

    private Map<String, long[][]> of(Dimension dimension) {
        return Objects.requireNonNull(keyed.get(dimension));
    }

    /** The first cut that an instant lies before. */
    private static int stretch(long[] cuts, long micros) {
        int stretch = 0;
        while (stretch < cuts.length && micros >= cuts[stretch]) stretch++;
        return stretch;
    }

    void addAll(CutSums other) {
        other.keyed.forEach((dimension, keys) -> keys.forEach((key, rows) -> add(rows(dimension, key), rows)));
        add(total, other.total);
    }

    private static void add(long[][] rows, long[][] more) {
        for (int row = 0; row < rows.length; row++) {
            long[] sums = rows[row];
            long[] added = more[row];
            Arrays.setAll(sums, measure -> sums[measure] + added[measure]);
        }
    }

    /** By key, the sums before some of the cuts; null where these are not among them. */
    @Nullable
    Map<String, long[][]> before(Dimension dimension, List<Instant> asked) {
        int[] places = places(cuts, asked);
        if (places == null) return null;
        Map<String, long[][]> sums = new HashMap<>();
        of(dimension).forEach((key, rows) -> sums.put(key, before(rows, places)));
        return sums;
    }

    /** The sums of all keys before some of the cuts of the total; null where these are not among them. */
    long @Nullable [][] totalBefore(List<Instant> asked) {
        int[] places = places(cutsOfTotal, asked);
        return places == null ? null : before(total, places);
    }

    private static int @Nullable [] places(long[] cuts, List<Instant> asked) {
        int[] places = Arrays.stream(micros(asked))
                .mapToInt(instant -> Arrays.binarySearch(cuts, instant))
                .toArray();
        return Arrays.stream(places).allMatch(place -> place >= 0) ? places : null;
    }

    private static long[][] before(long[][] stretches, int[] places) {
        return Arrays.stream(places).mapToObj(place -> upTo(stretches, place)).toArray(long[][]::new);
    }

    private static long[] upTo(long[][] stretches, int last) {
        long[] sum = new long[MEASURES];
        for (int stretch = 0; stretch <= last; stretch++) {
            long[] added = stretches[stretch];
            Arrays.setAll(sum, measure -> sum[measure] + added[measure]);
        }
        return sum;
    }
}
