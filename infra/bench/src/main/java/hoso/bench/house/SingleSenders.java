package hoso.bench.house;

import hoso.bench.world.Steps;
import hoso.bench.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Publishers that each send one event at a time on a connection of their own, the next as soon as one is answered. */
public final class SingleSenders {

    /** A connection's share of the dossiers; they are told one after another, six events each. */
    private static final int EVENTS_OF_A_DOSSIER = 6;

    private final LaunchedServer server;
    private final World world;
    private final int connections;
    private long nextDossier;

    /**
     * @param world of dossiers that nobody else sends, enough for all
     */
    public SingleSenders(LaunchedServer server, World world, int connections) {
        this.server = server;
        this.world = world;
        this.connections = connections;
    }

    /**
     * What was reached.
     *
     * @param perSecond events answered {@code accepted}
     */
    public record Reached(double perSecond, Latencies latencies) {}

    /** Sends for so long, or about so many. */
    public Reached run(Duration time, long events) throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + time.toNanos();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++)
                running.add(threads.submit(() -> send(until, events / connections)));
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> one : running) nanos.add(one.get());
            var latencies = Latencies.of(nanos);
            return new Reached(latencies.count() * 1e9 / (System.nanoTime() - began), latencies);
        }
    }

    private long[] send(long until, long events) throws IOException {
        String head = Wire.postHead("application/cloudevents+json", server.token("publisher"));
        long[] nanos = new long[1 << 12];
        int sent = 0;
        try (Wire wire = server.connect()) {
            while (true) {
                long dossier = takeDossier();
                for (int nth = 0; nth < EVENTS_OF_A_DOSSIER; nth++) {
                    byte[] request = Wire.post(head, world.line(new Steps.Step(dossier, nth)));
                    long began = System.nanoTime();
                    if (began > until || sent >= events) return Arrays.copyOf(nanos, sent);
                    Wire.Answer answer = wire.send(request);
                    if (sent == nanos.length) nanos = Arrays.copyOf(nanos, 2 * sent);
                    nanos[sent++] = System.nanoTime() - began;
                    check(answer);
                }
            }
        }
    }

    private synchronized long takeDossier() {
        if (nextDossier == world.dossiers()) throw new IllegalStateException("the world has no more dossiers");
        return nextDossier++;
    }

    private static void check(Wire.Answer answer) throws IOException {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 200 || !body.contains("accepted"))
            throw new IOException("an event was not taken: " + answer.status() + " " + body);
    }
}
