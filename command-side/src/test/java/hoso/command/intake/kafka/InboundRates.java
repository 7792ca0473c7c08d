package hoso.command.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.intake.SinglesAtTheDoor;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints how fast a backlog drains and what that costs in processor time, and how long single events take meanwhile; not a
 * test. Arguments: events, and single events a second (0 for none).
 */
final class InboundRates {

    private InboundRates() {}

    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        int singles = Integer.parseInt(arguments[1]);
        try (var house = new InboundHouse()) {
            for (int round = 0; round < 2; round++) drain(house, events);
            if (singles > 0) {
                System.out.println("alone: " + singles(house, "alone", singles, 2_000));
                var publisher = InboundHouse.registrar();
                InboundHouse.makeTopic(publisher.inbound(), 1, Map.of());
                Backlog.send(house, publisher, events);
                var inbound = house.begins(publisher);
                InboundHouse.until(inbound, status -> status.accepted() > 1_000);
                System.out.println("beside a backlog: " + singles(house, "beside", singles, 2_000) + ", then done "
                        + inbound.status().getFirst().accepted());
                house.ends(inbound);
            }
        }
        System.exit(0);
    }

    private static void drain(InboundHouse house, int events) throws Exception {
        var publisher = InboundHouse.registrar();
        InboundHouse.makeTopic(publisher.inbound(), 1, Map.of());
        int sent = Backlog.send(house, publisher, events);
        var before = processorSeconds();
        long began = System.nanoTime();
        var inbound = house.begins(publisher);
        while (inbound.status().getFirst().accepted() < sent) Thread.sleep(20);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%,d events in %.1f s: %,.0f/s%n", sent, seconds, sent / seconds);
        processorSeconds()
                .forEach((who, used) -> System.out.printf(
                        "  %-28s %5.1f µs an event%n", who, (used - before.getOrDefault(who, 0.0)) * 1e6 / sent));
        house.ends(inbound);
    }

    /** Of this JVM, of its threads by what they are for, of PostgreSQL and of the broker. */
    private static Map<String, Double> processorSeconds() throws Exception {
        Map<String, Double> used = new TreeMap<>();
        used.put("broker", seconds(Optional.of(TestBroker.kafka().process())));
        var postmaster = TestDatabase.server().postmaster();
        used.put(
                "PostgreSQL",
                Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .mapToDouble(process -> seconds(Optional.of(process)))
                        .sum());
        used.put("this JVM", seconds(Optional.of(ProcessHandle.current())));
        var threads = ManagementFactory.getThreadMXBean();
        for (var thread : threads.dumpAllThreads(false, false)) {
            String name = thread.getThreadName().replaceAll("-\\d+$", "");
            used.merge(
                    "  " + name.split("-publisher")[0].split("\\.publisher")[0],
                    Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / 1e9,
                    Double::sum);
        }
        used.values().removeIf(seconds -> seconds < 0.05);
        return used;
    }

    private static double seconds(Optional<ProcessHandle> process) {
        return process.flatMap(it -> it.info().totalCpuDuration())
                .map(Duration::toNanos)
                .map(nanos -> nanos / 1e9)
                .orElse(0.0);
    }

    /** The time that single events take, at a pace, by clients that do not wait for each other. */
    private static String singles(InboundHouse house, String prefix, int aSecond, int events) throws Exception {
        long[] took = new long[events];
        var caller = InboundHouse.registrar().caller();
        try (var door = new SinglesAtTheDoor(house.admission, house.judging.judging())) {
            Thread[] clients = new Thread[events];
            long began = System.nanoTime();
            for (int at = 0; at < events; at++) {
                int number = at;
                long due = began + at * TimeUnit.SECONDS.toNanos(1) / aSecond;
                while (System.nanoTime() < due) Thread.sleep(1);
                clients[at] = Thread.ofVirtual().start(() -> {
                    byte[] event = InboundHouse.received(prefix + number).getBytes(UTF_8);
                    door.take(event, caller);
                    took[number] = System.nanoTime() - due;
                });
            }
            for (var client : clients) client.join();
        }
        Arrays.sort(took);
        return "single events at %d/s take %.1f ms, p99 %.1f, at most %.1f"
                .formatted(aSecond, took[events / 2] / 1e6, took[events * 99 / 100] / 1e6, took[events - 1] / 1e6);
    }
}
