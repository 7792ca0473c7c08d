package hoso.bench.rows;

import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import java.io.IOException;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * How fast a server drained a backlog, behind a first part of it while which its JVM compiled.
 *
 * @param cold events of the first part a second
 * @param events of the rest
 * @param perSecond of the rest
 * @param computed for the rest
 */
record Drained(double cold, long events, double perSecond, Computed computed) {

    /** A question of a millisecond: one part in a hundred of the processors. */
    private static final long LOOK_EVERY_MILLIS = 100;

    /** A count as it was seen. */
    private record Seen(long nanos, JsonNode status, long count) {}

    /**
     * Watches it.
     *
     * @param begun what has been begun with, in a status; never less than what is done
     * @param done what is done
     * @param warmUp how many are the first part
     * @param all how many there are
     */
    static Drained watch(
            LaunchedServer server, ToLongFunction<JsonNode> begun, ToLongFunction<JsonNode> done, long warmUp, long all)
            throws IOException, InterruptedException {
        Seen first = await(server, done, 1);
        Seen warm = await(server, done, warmUp);
        Computed before = server.computed();
        Seen last = await(server, done, all);
        Computed computed = server.computed().since(before);
        long events = all - begun.applyAsLong(warm.status());
        return new Drained(
                (warm.count() - first.count()) * 1e9 / Math.max(1, warm.nanos() - first.nanos()),
                events,
                events * 1e9 / (last.nanos() - warm.nanos()),
                computed);
    }

    private static Seen await(LaunchedServer server, ToLongFunction<JsonNode> done, long wanted)
            throws IOException, InterruptedException {
        while (true) {
            JsonNode status = server.status();
            long count = done.applyAsLong(status);
            if (count >= wanted) return new Seen(System.nanoTime(), status, count);
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
