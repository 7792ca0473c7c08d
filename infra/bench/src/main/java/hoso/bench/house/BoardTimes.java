package hoso.bench.house;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long boards took to make, told by what they show of themselves: the moment that one is of is when its making began, and
 * its age tells when that ended. Clocks of server and bench are one.
 */
public final class BoardTimes {

    /** Each board is seen if they are further apart; when one is looked at does not count. */
    private static final long LOOK_EVERY_MILLIS = 2_000;

    private static final double NANOS_OF_SECOND = 1e9;

    private BoardTimes() {}

    /**
     * A board.
     *
     * @param begun in seconds since 1970
     * @param made likewise
     */
    private record Seen(double begun, double made) {

        static Seen now(Scraper scraper) throws IOException {
            List<Double> values = scraper.values("hoso_board_at_timestamp_seconds", "hoso_board_age_seconds");
            return new Seen(values.getFirst(), System.currentTimeMillis() / 1e3 - values.getLast());
        }
    }

    /** Watches so many boards. */
    public static Latencies watch(Scraper scraper, int boards) throws IOException, InterruptedException {
        LongStream.Builder making = LongStream.builder();
        Seen before = Seen.now(scraper);
        for (int seen = 0; seen < boards; ) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            Seen now = Seen.now(scraper);
            if (now.begun() == before.begun()) continue;
            making.add((long) ((now.made() - now.begun()) * NANOS_OF_SECOND));
            before = now;
            seen++;
        }
        return Latencies.of(making.build());
    }
}
