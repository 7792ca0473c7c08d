package hoso.bench.house;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long boards took, told by what they show of themselves: the moment that one is of is when its making began, and its
 * age tells when that ended; the next is begun some time after it was written. Clocks of server and bench are one.
 *
 * @param making from its beginning until it is shown
 * @param writing from then until its tables are written
 */
public record BoardTimes(Latencies making, Latencies writing) {

    /** Each board is seen if they are further apart; when one is looked at does not count. */
    private static final long LOOK_EVERY_MILLIS = 500;

    private static final double NANOS_OF_SECOND = 1e9;

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

    /** Watches so many boards, which are made so many seconds after one another. */
    public static BoardTimes watch(Scraper scraper, int boards, int everySeconds)
            throws IOException, InterruptedException {
        LongStream.Builder making = LongStream.builder();
        LongStream.Builder writing = LongStream.builder();
        Seen before = Seen.now(scraper);
        for (int seen = 0; seen < boards; ) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            Seen now = Seen.now(scraper);
            if (now.begun() == before.begun()) continue;
            making.add(nanos(now.made() - now.begun()));
            writing.add(nanos(now.begun() - before.made() - everySeconds));
            before = now;
            seen++;
        }
        return new BoardTimes(Latencies.of(making.build()), Latencies.of(writing.build()));
    }

    private static long nanos(double seconds) {
        return (long) (seconds * NANOS_OF_SECOND);
    }
}
