package hoso.bench.rows;

import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import java.io.IOException;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * How fast a server drained a backlog, behind a first part of it for which its JVM compiled.
 *
 * @param cold events of the first part a second
 * @param events of the rest
 * @param perSecond of the rest
 * @param computed for the rest
 */
record Drained(double cold, long events, double perSecond, Computed computed) {

    /** Each look takes the server some milliseconds: this one part in a hundred of it, and of the time measured as much. */
    private static final long LOOK_EVERY_MILLIS = 250;

    /** A count as it was seen. */
    private record Seen(long nanos, long count) {

        double perSecondSince(Seen before) {
            return (count - before.count) * 1e9 / (nanos - before.nanos);
        }
    }

    /**
     * Watches it.
     *
     * @param done how many are done with, by a status
     * @param warmUp how many are the first part
     * @param all how many there are
     */
    static Drained watch(LaunchedServer server, ToLongFunction<JsonNode> done, long warmUp, long all)
            throws IOException, InterruptedException {
        Seen first = await(server, done, 1);
        Seen warm = await(server, done, warmUp);
        Computed before = server.computed();
        Seen last = await(server, done, all);
        Computed computed = server.computed().since(before);
        return new Drained(
                warm.perSecondSince(first), last.count() - warm.count(), last.perSecondSince(warm), computed);
    }

    private static Seen await(LaunchedServer server, ToLongFunction<JsonNode> done, long wanted)
            throws IOException, InterruptedException {
        while (true) {
            long count = done.applyAsLong(server.status());
            if (count >= wanted) return new Seen(System.nanoTime(), count);
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** What is said of each. */
    String note(long warmUp) {
        return String.format(
                Locale.ROOT,
                "after %,d others, which a cold server did at %,.0f/s; %s",
                warmUp,
                cold,
                computed.of(events));
    }
}
