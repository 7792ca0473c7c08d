package hoso.bench.rows;

import hoso.bench.fill.StoppedHouse;
import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.house.SingleSenders;
import hoso.bench.probe.ProbeRates;
import hoso.bench.table.Machine;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What the door takes in: a stream of a million events, single events, and what they weigh in the store. */
public final class DoorRows {

    private static final int SINGLES_SECONDS = 12;

    private final Order order;
    private final Table table;
    private final World world;
    private final Path data;

    private record MeasuredSingles(SingleSenders.Reached reached, Computed computed) {}

    private DoorRows(Order order, Table table) throws IOException {
        this.order = order;
        this.table = table;
        this.world = World.ofEvents(order.events(), order.today());
        this.data = order.emptied("door");
    }

    public static void run(Order order, Table table) throws Exception {
        if (order.wants("intake") || order.wants("single") || order.wants("bytes")) new DoorRows(order, table).run();
    }

    private void run() throws Exception {
        var probing = Probing.begin(order, world);
        Path file = NdjsonFile.write(order.data().resolve("events.ndjson"), world, order.events());
        Intake intake;
        MeasuredSingles singles = null;
        try (var server = LaunchedServer.start(order.root(), data)) {
            NdjsonFile.send(server, world.referenceLines());
            intake = Intake.of(order, server, file);
            if (order.wants("single")) singles = singles(server);
        }
        String publishing = order.wants("intake") ? publishing(file) : "";
        ProbeRates probe = probing.end();
        if (order.wants("intake")) report(intake, probe, probing.bytes(), publishing);
        if (singles != null) report(singles, probe);
        if (order.wants("bytes")) weigh();
    }

    private MeasuredSingles singles(LaunchedServer server) throws Exception {
        SingleSenders senders = Singles.warm(order, server);
        Progress.say("sending single events");
        Computed before = server.computed();
        var reached = senders.run(order.time(SINGLES_SECONDS), Long.MAX_VALUE);
        return new MeasuredSingles(reached, server.computed().since(before));
    }

    /** What the same stream costs a house that publishes, in words. */
    private String publishing(Path file) throws Exception {
        Progress.say("the same of a house that publishes");
        try (var server = LaunchedServer.startPublishing(order.root(), order.emptied("publishing"))) {
            NdjsonFile.send(server, world.referenceLines());
            Intake intake = Intake.of(order, server, file);
            double seconds = server.awaitPublished(server.status().get("head").longValue())
                            .toMillis()
                    / 1e3;
            return String.format(
                    Locale.ROOT,
                    "; of a house that publishes %,.0f/s, %s, all on the topic %.1f s after the books",
                    intake.perSecond(),
                    intake.computed().of(order.events()),
                    seconds);
        }
    }

    private void report(Intake intake, ProbeRates probe, double bytes, String publishing) {
        double floor = Math.max(20_000, 0.4 * probe.batches());
        table.add(new Row(
                String.format(Locale.ROOT, "NDJSON intake, %,d events of %.0f bytes", order.events(), bytes),
                Measure.EVENTS_A_SECOND,
                floor,
                50_000,
                intake.perSecond(),
                String.format(
                        Locale.ROOT,
                        "%s; after %,d others, which a cold server took at %,.0f/s;"
                                + " %s, books included; peak %,d MB resident%s",
                        probe.ofBatches(intake.perSecond()),
                        order.warmUpEvents(),
                        intake.cold(),
                        intake.computed().of(order.events()),
                        intake.peakMegabytes(),
                        publishing)));
        table.add(new Row(
                "lag after the intake stops",
                Measure.SECONDS,
                2,
                1,
                intake.lag().toMillis() / 1e3,
                ""));
    }

    private void report(MeasuredSingles singles, ProbeRates probe) {
        var latencies = singles.reached().latencies();
        table.add(new Row(
                "single events, " + Singles.CONNECTIONS + " connections",
                Measure.EVENTS_A_SECOND,
                probe.eightWriters(),
                10_000,
                singles.reached().perSecond(),
                String.format(
                        Locale.ROOT,
                        "the floor is 8 writers of single rows, one does %,.0f/s; %s after %,d to warm up; p50 %.1f ms",
                        probe.oneWriter(),
                        singles.computed().of(latencies.count()),
                        Singles.WARM_UP,
                        latencies.percentile(50))));
        table.add(new Row("their p99", Measure.MILLIS, 50, 25, latencies.percentile(99), ""));
    }

    private void weigh() throws Exception {
        try (var house = StoppedHouse.open(data);
                var connection = house.owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT (pg_total_relation_size('store.event')"
                        + " + pg_total_relation_size('store.free_text'))::float8 / count(*),"
                        + " avg(octet_length(rest)) FROM store.event")) {
            rows.next();
            String note = String.format(Locale.ROOT, "of them %.0f the event itself", rows.getDouble(2));
            table.add(new Row("bytes an event in the store", Measure.BYTES, 600, 350, rows.getDouble(1), note));
            Progress.say(Machine.database(connection));
        }
    }
}
