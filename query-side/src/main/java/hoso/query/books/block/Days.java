package hoso.query.books.block;

import hoso.vocabulary.VietnamTime;
import java.util.concurrent.TimeUnit;

/** Local days counted from 1970-01-01, of instants in microseconds. */
public final class Days {

    private static final long MICROS_OF_DAY = TimeUnit.DAYS.toMicros(1);
    private static final long OFFSET_MICROS = TimeUnit.SECONDS.toMicros(VietnamTime.OFFSET.getTotalSeconds());

    private Days() {}

    public static int of(long micros) {
        return (int) Math.floorDiv(micros + OFFSET_MICROS, MICROS_OF_DAY);
    }

    /** Whether a local day begins at the instant. */
    public static boolean begins(long micros) {
        return Math.floorMod(micros + OFFSET_MICROS, MICROS_OF_DAY) == 0;
    }
}
