package hoso.bench.house;

import hoso.bench.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Publishers that each send one event at a time on a connection of their own, the next as soon as one is answered. One
 * thread plays them all: with a thread each they took as much of the processors as the database did.
 */
public final class SingleSenders {

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
        long began = System.nanoTime();
        try (var run = new Run(began + time.toNanos(), events)) {
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
        private final long until;
        private final long events;
        private long sent;
        private long answered;

        Run(long until, long events) throws IOException {
            this.until = until;
            this.events = events;
            String head = Wire.postHead("application/cloudevents+json", server.token("publisher"));
            for (int connection = 0; connection < connections; connection++)
                send(new SingleSender(server.address(), selector, head, world, SingleSenders.this::takeDossier));
        }

        /** How long each answer took, once all have come. */
        LongStream nanos() throws IOException {
            while (answered < sent) selector.select(this::read);
            return nanos.build();
        }

        private void read(SelectionKey key) {
            var sender = (SingleSender) key.attachment();
            try {
                if (!sender.isAnswered()) return;
                answered++;
                nanos.add(sender.nanos());
                send(sender);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void send(SingleSender sender) throws IOException {
            if (sent == events || System.nanoTime() > until) return;
            sent++;
            sender.send();
        }

        @Override
        public void close() throws IOException {
            for (SelectionKey key : selector.keys()) key.channel().close();
            selector.close();
        }
    }
}
