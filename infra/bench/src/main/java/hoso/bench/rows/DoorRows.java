package hoso.bench.rows;

import hoso.bench.fill.StoppedHouse;
import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.house.SingleSenders;
import hoso.bench.probe.PlainEvent;
import hoso.bench.probe.PlainProbe;
import hoso.bench.probe.ProbeRates;
import hoso.bench.table.Machine;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.Steps;
import hoso.bench.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the door takes in: a stream of a million events, single events, and what they weigh in the store. */
public final class DoorRows {

    private static final int CONNECTIONS = 64;

    private static final int PROBE_SECONDS = 6;

    /** Sent before it is measured: for so long the JVM goes on compiling the way of single events. */
    private static final int SINGLES_WARM_UP = 200_000;

    private static final int SINGLES_WARM_UP_SECONDS = 120;
    private static final int SINGLES_SECONDS = 12;

    /** Dossiers of single events are numbered apart from those of the stream. */
    private static final long SINGLES_FROM = 50_000_000;

    private static final long SINGLES_DOSSIERS = 1_000_000;

    /** So many events of other dossiers for two of the stream: a server runs for months, and its JVM compiles for a minute. */
    private static final int MEASURED_BY_WARM_UP = 2;

    /** Likewise numbered apart. */
    private static final long WARM_UP_FROM = 70_000_000;

    private final Order order;
    private final Table table;
    private final World world;
    private final Path data;

    /** @param cold events a second of the warm-up, the first that the server took */
    private record Intake(double cold, double perSecond, Duration lag, Computed computed, long peakMegabytes) {}

    private record Singles(SingleSenders.Reached reached, Computed computed) {}

    private DoorRows(Order order, Table table) {
        this.order = order;
        this.table = table;
        this.world = World.ofEvents(order.events(), order.today());
        this.data = order.data().resolve("door");
    }

    public static void run(Order order, Table table) throws Exception {
        if (order.wants("intake") || order.wants("single") || order.wants("bytes")) new DoorRows(order, table).run();
    }

    private void run() throws Exception {
        List<PlainEvent> sample = sample();
        ProbeRates before = probe(sample);
        Path file = NdjsonFile.write(order.data().resolve("events.ndjson"), world, order.events());
        Intake intake;
        Singles singles = null;
        try (var server = LaunchedServer.start(order.root(), data)) {
            NdjsonFile.send(server, world.referenceLines());
            intake = intake(server, file, warmUp(server));
            if (order.wants("single")) singles = singles(server);
        }
        ProbeRates probe = before.mean(probe(sample));
        Progress.say("plain probe: " + probe);
        if (order.wants("intake"))
            report(
                    intake,
                    probe,
                    sample.stream()
                            .mapToInt(event -> event.bytes().length)
                            .average()
                            .orElse(0));
        if (singles != null) report(singles, probe);
        if (order.wants("bytes")) weigh();
    }

    private List<PlainEvent> sample() {
        List<PlainEvent> sample = new ArrayList<>();
        Steps steps = world.steps();
        while (sample.size() < order.events() && steps.hasNext()) {
            Steps.Step step = steps.next();
            sample.add(new PlainEvent("d/" + world.id(step.dossier()), step.nth(), world.line(step)));
        }
        return sample;
    }

    private ProbeRates probe(List<PlainEvent> sample) throws Exception {
        Progress.say("probing the machine");
        return PlainProbe.measure(order.data().resolve("probe"), sample, order.time(PROBE_SECONDS));
    }

    /** Answers how many events a second a server takes that was started just now. */
    private double warmUp(LaunchedServer server) throws Exception {
        Progress.say("warming the server by " + warmUpEvents() + " events of other dossiers");
        World apart = World.ofEvents(warmUpEvents(), order.today(), WARM_UP_FROM);
        Path file = NdjsonFile.write(order.data().resolve("warm-up.ndjson"), apart, warmUpEvents());
        long began = System.nanoTime();
        long last = NdjsonFile.send(server, file).get("lastPosition").longValue();
        double perSecond = warmUpEvents() * 1e9 / (System.nanoTime() - began);
        server.awaitProjected(last);
        Files.delete(file);
        return perSecond;
    }

    private long warmUpEvents() {
        return order.events() / MEASURED_BY_WARM_UP;
    }

    private Intake intake(LaunchedServer server, Path file, double cold) throws Exception {
        Progress.say("sending " + order.events() + " events as one stream");
        Computed before = server.computed();
        long began = System.nanoTime();
        long last = NdjsonFile.send(server, file).get("lastPosition").longValue();
        double perSecond = order.events() * 1e9 / (System.nanoTime() - began);
        Duration lag = server.awaitProjected(last);
        return new Intake(cold, perSecond, lag, server.computed().since(before), server.peakMegabytes());
    }

    private Singles singles(LaunchedServer server) throws Exception {
        Progress.say("sending single events on " + CONNECTIONS + " connections");
        var apart = new World(SINGLES_DOSSIERS, order.today(), SINGLES_FROM);
        var senders = new SingleSenders(server, apart, CONNECTIONS);
        senders.run(order.time(SINGLES_WARM_UP_SECONDS), SINGLES_WARM_UP);
        Computed before = server.computed();
        var reached = senders.run(order.time(SINGLES_SECONDS), Long.MAX_VALUE);
        return new Singles(reached, server.computed().since(before));
    }

    private void report(Intake intake, ProbeRates probe, double bytes) {
        double floor = Math.max(20_000, 0.4 * probe.batches());
        table.add(new Row(
                String.format(Locale.ROOT, "NDJSON intake, %,d events of %.0f bytes", order.events(), bytes),
                Measure.EVENTS_A_SECOND,
                floor,
                50_000,
                intake.perSecond(),
                String.format(
                        Locale.ROOT,
                        "%.0f %% of %,.0f/s in batches of 1,000; after %,d others, which a cold server took at %,.0f/s;"
                                + " %s, books included; peak %,d MB resident",
                        100 * intake.perSecond() / probe.batches(),
                        probe.batches(),
                        warmUpEvents(),
                        intake.cold(),
                        intake.computed().of(order.events()),
                        intake.peakMegabytes())));
        table.add(new Row(
                "lag after the intake stops",
                Measure.SECONDS,
                2,
                1,
                intake.lag().toMillis() / 1e3,
                ""));
    }

    private void report(Singles singles, ProbeRates probe) {
        table.add(new Row(
                "single events, " + CONNECTIONS + " connections",
                Measure.EVENTS_A_SECOND,
                probe.eightWriters(),
                10_000,
                singles.reached().perSecond(),
                String.format(
                        Locale.ROOT,
                        "the floor is 8 writers of single rows, one does %,.0f/s; %s after %,d to warm up; p50 %.1f ms",
                        probe.oneWriter(),
                        singles.computed().of(singles.reached().latencies().count()),
                        SINGLES_WARM_UP,
                        singles.reached().latencies().percentile(50))));
        table.add(new Row(
                "their p99",
                Measure.MILLIS,
                50,
                25,
                singles.reached().latencies().percentile(99),
                ""));
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
