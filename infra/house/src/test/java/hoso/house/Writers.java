package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Clients that publish at once, single events and small streams mixed. Whatever is not acknowledged they send again,
 * until it is; {@link #stop} waits for that.
 */
final class Writers implements AutoCloseable {

    static final int CLIENTS = 8;
    private static final int DOSSIERS_A_STREAM_MAX = 4;
    private static final long AGAIN_AFTER_MS = 20;

    /** Nothing that is done to a house keeps it from taking events in for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** No position was said: the line went in a stream. */
    private static final long IN_A_STREAM = 0;

    private final HouseClient house;
    private final String prefix;
    private final long seed;
    private final Predicate<IOException> endures;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<HouseClient.Answer> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean stopping;

    /**
     * @param prefix of the ids of these writers' dossiers
     * @param endures a connection that breaks: so it does where a process is killed
     */
    Writers(HouseClient house, String prefix, long seed, Predicate<IOException> endures) {
        this.house = house;
        this.prefix = prefix;
        this.seed = seed;
        this.endures = endures;
        for (int client = 1; client <= CLIENTS; client++) {
            int number = client;
            clients.add(Thread.ofVirtual().start(() -> publish(number)));
        }
    }

    /** Lines that were answered 200, each with the position it was said to have. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** Answers that were not 200. */
    Queue<HouseClient.Answer> refused() {
        return refused;
    }

    /** What no client should have to put up with. */
    Queue<Throwable> unexpected() {
        return unexpected;
    }

    void awaitAcknowledged(int lines) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.size() < lines && unexpected.isEmpty()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not taken in time; refused: " + refused);
            Thread.sleep(5);
        }
    }

    /** Each client ends when what it is at is acknowledged. */
    void stop() throws InterruptedException {
        stopping = true;
        for (var client : clients)
            if (!client.join(PATIENCE)) throw new AssertionError("not taken in time; refused: " + refused);
    }

    /** Whatever was acknowledged is there, at the place that was told. */
    void assertAllAt(Map<String, Long> positions) {
        acknowledged.forEach((line, position) -> {
            assertThat(positions).as(line).containsKey(Lives.idOf(line));
            if (position != IN_A_STREAM)
                assertThat(positions.get(Lives.idOf(line))).as(line).isEqualTo(position);
        });
    }

    /** Ends them at once, where the test has failed. */
    @Override
    public void close() {
        stopping = true;
        clients.forEach(Thread::interrupt);
    }

    private void publish(int client) {
        var chance = new Random(seed * CLIENTS + client);
        try {
            for (int dossier = 0; !stopping; ) {
                if (chance.nextBoolean()) {
                    for (var line : Lives.dossier(id(client, dossier++))) single(line);
                } else {
                    var lines = new ArrayList<String>();
                    for (int count = chance.nextInt(DOSSIERS_A_STREAM_MAX); count >= 0; count--)
                        lines.addAll(Lives.dossier(id(client, dossier++)));
                    stream(lines);
                }
            }
        } catch (InterruptedException closed) {
            // the test is over
        } catch (RuntimeException | AssertionError failure) {
            unexpected.add(failure);
        }
    }

    private String id(int client, int dossier) {
        return prefix + "." + client + "." + dossier;
    }

    private void single(String line) throws InterruptedException {
        var answer = untilTaken(() -> house.one(line));
        acknowledged.put(line, answer.number("position"));
    }

    private void stream(List<String> lines) throws InterruptedException {
        var answer = untilTaken(() -> house.stream(lines));
        if (answer.number("accepted") + answer.number("duplicates") != lines.size())
            throw new AssertionError("not all lines were taken: " + answer);
        for (var line : lines) acknowledged.put(line, IN_A_STREAM);
    }

    private interface Attempt {
        HouseClient.Answer send() throws IOException;
    }

    private HouseClient.Answer untilTaken(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                var answer = attempt.send();
                if (answer.status() == 200) return answer;
                refused.add(answer);
                if (!answer.isUnavailable()) throw new AssertionError("neither taken nor unavailable: " + answer);
            } catch (IOException broken) {
                if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
                if (!endures.test(broken)) throw new AssertionError("the connection broke", broken);
            }
            Thread.sleep(AGAIN_AFTER_MS);
        }
    }
}
