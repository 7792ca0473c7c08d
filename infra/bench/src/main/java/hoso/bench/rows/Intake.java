package hoso.bench.rows;

import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One stream of events over HTTP.
 *
 * @param cold events a second of those before it, the first that the server took
 * @param lag of the books when it ends
 * @param computed by then
 */
record Intake(double cold, double perSecond, Duration lag, Computed computed, long peakMegabytes) {

    /** Sends a file to a server that was started just now, others before it. */
    static Intake of(Order order, LaunchedServer server, Path file) throws Exception {
        double cold = warmUp(order, server);
        Progress.say("sending " + order.events() + " events as one stream");
        Computed before = server.computed();
        long began = System.nanoTime();
        long last = NdjsonFile.send(server, file).get("lastPosition").longValue();
        double perSecond = order.events() * 1e9 / (System.nanoTime() - began);
        Duration lag = server.awaitProjected(last);
        return new Intake(cold, perSecond, lag, server.computed().since(before), server.peakMegabytes());
    }

    private static double warmUp(Order order, LaunchedServer server) throws Exception {
        long events = order.warmUpEvents();
        Progress.say("warming the server by " + events + " events of other dossiers");
        World apart = World.ofEvents(events, order.today(), Order.WARM_UP_FROM);
        Path file = NdjsonFile.write(order.data().resolve("warm-up.ndjson"), apart, events);
        long began = System.nanoTime();
        long last = NdjsonFile.send(server, file).get("lastPosition").longValue();
        double perSecond = events * 1e9 / (System.nanoTime() - began);
        server.awaitProjected(last);
        Files.delete(file);
        return perSecond;
    }
}
