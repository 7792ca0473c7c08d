package hoso.query.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Adds up lines of one dossier or petition as they come, in two columns: an object for each line would cost more than
 * all that is done with it.
 */
final class LineSums {

    /** The instant's place below the measure. */
    private static final int MICROS_BITS = 57;

    /** In microseconds since 1970, the first instant that has a place: reaches some 2,283 years to either side. */
    private static final long FIRST_MICROS = -1L << (MICROS_BITS - 1);

    /** What an event mostly adds. */
    static final int MORE = 4;

    private long[] counted;
    private long[] amounts;
    private int size;

    LineSums(int expected) {
        counted = new long[expected];
        amounts = new long[expected];
    }

    /** What a line counts, as one number in the order of the measures, then of the instants. */
    static long counted(Measure measure, Instant at) {
        long micros = TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
        long place = micros - FIRST_MICROS;
        if (place >>> MICROS_BITS != 0) throw new IllegalArgumentException("no line can be counted at " + at);
        return (long) measure.ordinal() << MICROS_BITS | place;
    }

    static Measure measure(long counted) {
        return Measure.all().get((int) (counted >>> MICROS_BITS));
    }

    /** In microseconds since 1970. */
    static long micros(long counted) {
        return (counted & (1L << MICROS_BITS) - 1) + FIRST_MICROS;
    }

    void add(Measure measure, Instant at, long amount) {
        long added = counted(measure, at);
        int place = place(added);
        if (place < size && counted[place] == added) amounts[place] += amount;
        else insert(place, added, amount);
    }

    /** Where it is, or is to be. */
    private int place(long added) {
        if (size == 0 || counted[size - 1] < added) return size;
        int found = Arrays.binarySearch(counted, 0, size, added);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The last that is asked of this. Sorted, none counting the same as another and none counting 0, so that equal sums
     * are equal contributions.
     */
    Contribution contribution(Dimensions dimensions) {
        int left = 0;
        for (int index = 0; index < size; index++) {
            if (amounts[index] == 0) continue;
            counted[left] = counted[index];
            amounts[left++] = amounts[index];
        }
        if (left == 0) return Contribution.NOTHING;
        return new Contribution(dimensions, counted, amounts, left);
    }

    private void insert(int place, long added, long amount) {
        if (size == counted.length) {
            counted = Arrays.copyOf(counted, size + Math.max(MORE, size / 2));
            amounts = Arrays.copyOf(amounts, size + Math.max(MORE, size / 2));
        }
        System.arraycopy(counted, place, counted, place + 1, size - place);
        System.arraycopy(amounts, place, amounts, place + 1, size - place);
        counted[place] = added;
        amounts[place] = amount;
        size++;
    }
}
