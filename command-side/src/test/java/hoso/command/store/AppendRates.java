package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;

import hoso.testkit.database.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;

/** Prints how fast this machine appends, beside a plain probe in the same run; not a test. */
final class AppendRates {

    private static final long SECONDS = 4;

    private static TestDatabase database;

    private AppendRates() {}

    public static void main(String[] arguments) throws Exception {
        database = TestDatabase.fresh();
        try (var store = StoreFixture.opened(database)) {
            for (int round = 0; round < 2; round++) {
                for (int writers : new int[] {1, 8}) probe(database, writers);
                for (int writers : new int[] {1, 8, 64, 256}) single(store, writers, "r" + round + "w" + writers);
                for (int writers : new int[] {1, 4}) units(store, writers, "u" + round + "w" + writers);
            }
            long events = store.head();
            StoreFixture.execute(database, "VACUUM store.event");
            for (var relation : List.of("event", "event_pkey", "event_stream_sequence_key"))
                System.out.printf(
                        "%s %.1f bytes an event%n",
                        relation,
                        (double) StoreFixture.number(database, "SELECT pg_relation_size('store." + relation + "')")
                                / events);
            System.out.printf(
                    "stored bytes %d, all %.1f, of %d events%n",
                    StoreFixture.number(
                            database,
                            "SELECT avg(octet_length(rest) + 27 + octet_length(position::text) + 27)::int FROM store.event"),
                    (double) StoreFixture.number(database, "SELECT pg_total_relation_size('store.event')") / events,
                    events);
        }
        System.exit(0);
    }

    private static void probe(TestDatabase database, int writers) throws Exception {
        StoreFixture.execute(
                database,
                "DROP TABLE IF EXISTS probe; CREATE TABLE probe (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea)");
        var body = new byte[360];
        measure("one row, one commit", writers, 1, writer -> {
            var connection = database.connect();
            var insert = connection.prepareStatement("INSERT INTO probe (body) VALUES (?)");
            return () -> {
                insert.setBytes(1, body);
                insert.executeUpdate();
            };
        });
    }

    private static void single(EventStore store, int writers, String name) throws Exception {
        measure("single events", writers, 1, writer -> {
            var dossier = "H20.12-240301-" + name + writer;
            var sequence = new int[1];
            return () -> store.engine().appendEvents(message(notified(dossier, sequence[0]++)));
        });
    }

    private static void units(EventStore store, int writers, String name) throws Exception {
        measure("units of 256 events", writers, 256, writer -> {
            var unit = new AtomicLong();
            return () -> {
                var events = new ArrayList<DomainEventMessage<?>>();
                long number = unit.getAndIncrement();
                for (int index = 0; index < 256; index++)
                    events.add(message(
                            notified("H20.%02d-%s-%06d".formatted(index / 6, name + writer, number), index % 6)));
                store.engine().appendEvents(events);
            };
        });
    }

    private interface Action {
        void run() throws Exception;
    }

    private interface Writer {
        Action of(int number) throws Exception;
    }

    private static void measure(String what, int writers, int each, Writer writer) throws Exception {
        var latencies = new ConcurrentLinkedQueue<long[]>();
        long clientCpu = writerThreadMicros();
        long serverCpu = backendMicros();
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> all = IntStream.range(0, writers)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        var action = writer.of(number);
                        var taken = new long[writers > 8 ? 4_000 : 40_000];
                        int count = 0;
                        for (long start = System.nanoTime(); start < end; ) {
                            action.run();
                            long now = System.nanoTime();
                            if (count == taken.length) taken = Arrays.copyOf(taken, 2 * count);
                            taken[count++] = now - start;
                            start = now;
                        }
                        latencies.add(Arrays.copyOf(taken, count));
                        return null;
                    })
                    .toList();
            for (var one : threads.invokeAll(all)) one.get();
        }
        var sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%-22s %4d writers %9.0f/s   p50 %.2f ms   p99 %.2f ms   cpu an event: writer %.1f µs, server %.1f µs%n",
                what,
                writers,
                sorted.length * each / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                (double) (writerThreadMicros() - clientCpu) / (sorted.length * each),
                (double) (backendMicros() - serverCpu) / (sorted.length * each));
    }

    /** On a machine shared with others, processor time says more than the clock. */
    private static long writerThreadMicros() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("hoso-writer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()) / 1_000)
                .sum();
    }

    private static long backendMicros() throws Exception {
        long pid = StoreFixture.number(
                database,
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'hoso writer' AND datname = current_database()");
        var fields = Files.readString(Path.of("/proc/" + pid + "/stat"))
                .split("\\) ")[1]
                .split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
    }
}
