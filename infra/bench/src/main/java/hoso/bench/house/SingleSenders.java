package hoso.bench.house;

import hoso.bench.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.LongStream;

/**
 * Publishers that each send one event at a time on a connection of their own, the next as soon as one is answered. One
 * thread plays them all: with a thread each they took as much of the processors as the database did.
 */
public final class SingleSenders {

    /** Longer than any pace asked for takes. */
    private static final Duration PACED_WITHIN = Duration.ofMinutes(30);

    /** How late an event may be sent by which it is looked what is due. */
    private static final long PACE_MILLIS = 1;

    private static final long NANOS_OF_SECOND = 1_000_000_000;

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

    /** Sends for so long, or so many, and waits for the answers that are still to come. */
    public Reached run(Duration time, long events) throws IOException {
        return run(time, events, 0);
    }

    /** Sends so many, each when it is due, or as soon after as a connection is free. */
    public Reached paced(int perSecond, long events) throws IOException {
        return run(PACED_WITHIN, events, NANOS_OF_SECOND / perSecond);
    }

    private Reached run(Duration time, long events, long nanosEach) throws IOException {
        long began = System.nanoTime();
        try (var run = new Run(began, time, events, nanosEach)) {
            var latencies = Latencies.of(run.nanos());
            return new Reached(latencies.count() * 1e9 / (System.nanoTime() - began), latencies);
        }
    }

    private long takeDossier() {
        if (nextDossier == world.dossiers()) throw new IllegalStateException("the world has no more dossiers");
        return nextDossier++;
    }

    private final class Run implements AutoCloseable {

        private final Selector selector = Selector.open();
        private final LongStream.Builder nanos = LongStream.builder();
        private final Deque<SingleSender> idle = new ArrayDeque<>();
        private final long began;
        private final long timeNanos;
        private final long events;
        private final long nanosEach;
        private long sent;
        private long answered;

        Run(long began, Duration time, long events, long nanosEach) throws IOException {
            this.began = began;
            this.timeNanos = time.toNanos();
            this.events = events;
            this.nanosEach = nanosEach;
            String head = Wire.postHead("application/cloudevents+json", server.token("publisher"));
            for (int connection = 0; connection < connections; connection++)
                idle.add(new SingleSender(server.address(), selector, head, world, SingleSenders.this::takeDossier));
        }

        /** How long each answer took, once all have come. */
        LongStream nanos() throws IOException {
            for (sendDue(); answered < sent || goesOn(); sendDue())
                selector.select(this::read, nanosEach == 0 ? 0 : PACE_MILLIS);
            return nanos.build();
        }

        private void sendDue() throws IOException {
            while (!idle.isEmpty() && goesOn() && System.nanoTime() - began >= sent * nanosEach) {
                sent++;
                idle.remove().send();
            }
        }

        private boolean goesOn() {
            return sent < events && System.nanoTime() - began < timeNanos;
        }

        private void read(SelectionKey key) {
            var sender = (SingleSender) key.attachment();
            try {
                if (!sender.isAnswered()) return;
                answered++;
                nanos.add(sender.nanos());
                idle.add(sender);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            for (SelectionKey key : selector.keys()) key.channel().close();
            selector.close();
        }
    }
}
