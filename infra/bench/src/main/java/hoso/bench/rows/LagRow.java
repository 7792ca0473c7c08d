package hoso.bench.rows;

import hoso.bench.house.Arrivals;
import hoso.bench.house.Computed;
import hoso.bench.house.Latencies;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.house.SingleSenders;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import java.util.Locale;
import java.util.concurrent.Executors;

/** How long an event that came over HTTP takes from its recording to a consumer of the topic. */
final class LagRow {

    private static final int PER_SECOND = 5_000;

    private static final int SECONDS = 60;

    private LagRow() {}

    private record Measured(SingleSenders.Reached sent, Latencies lags, Computed computed) {}

    static void run(Order order, Table table) throws Exception {
        try (var server = LaunchedServer.startPublishing(order.root(), order.emptied("lag"))) {
            NdjsonFile.send(server, new World(1, order.today()).referenceLines());
            SingleSenders senders = Singles.warm(order, server);
            server.awaitPublished(server.status().get("head").longValue());
            Measured measured = measured(order, server, senders);
            Latencies lags = measured.lags();
            table.add(new Row(
                    "from recorded to published and read, p99",
                    Measure.MILLIS,
                    1_000,
                    1_000,
                    lags.percentile(99),
                    String.format(
                            Locale.ROOT,
                            "p50 %.0f ms, at most %.0f; of %,d single events at %,.0f/s, %s, consumer not included",
                            lags.percentile(50),
                            lags.percentile(100),
                            lags.count(),
                            measured.sent().perSecond(),
                            measured.computed().of(lags.count()))));
        }
    }

    private static Measured measured(Order order, LaunchedServer server, SingleSenders senders) throws Exception {
        long events = PER_SECOND * order.time(SECONDS).toSeconds();
        Progress.say(
                "sending " + events + " single events, " + PER_SECOND + " a second, and reading what is published");
        try (var arrivals = new Arrivals(server.broker());
                var threads = Executors.newSingleThreadExecutor()) {
            Computed before = server.computed();
            var lags = threads.submit(() -> arrivals.read(events));
            var sent = senders.paced(PER_SECOND, events);
            return new Measured(sent, lags.get(), server.computed().since(before));
        }
    }
}
