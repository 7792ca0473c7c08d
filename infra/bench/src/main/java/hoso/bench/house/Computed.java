package hoso.bench.house;

import java.time.Duration;
import java.util.Locale;

/**
 * Processor time, which tells what an event costs also where others keep the machine busy.
 *
 * @param server of its JVM
 * @param database of all processes of PostgreSQL that live
 * @param broker of Kafka's JVM; zero where there is none
 */
public record Computed(Duration server, Duration database, Duration broker) {

    private static final double NANOS_OF_MICRO = 1e3;

    /** Of a server, and of what serves it: all that this JVM or a child of it has started. */
    public static Computed of(ProcessHandle server) {
        Duration database = Duration.ZERO;
        Duration broker = Duration.ZERO;
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            if (process.equals(server)) continue;
            if (isJava(process)) broker = broker.plus(own(process));
            else database = database.plus(own(process));
        }
        return new Computed(own(server), database, broker);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/java");
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public Computed since(Computed before) {
        return new Computed(server.minus(before.server), database.minus(before.database), broker.minus(before.broker));
    }

    /** Microseconds an event. */
    public String of(long events) {
        return broker.isZero()
                ? String.format(
                        Locale.ROOT,
                        "%.0f + %.0f µs of server and database each",
                        micros(server, events),
                        micros(database, events))
                : String.format(
                        Locale.ROOT,
                        "%.0f + %.0f + %.0f µs of server, database and broker each",
                        micros(server, events),
                        micros(database, events),
                        micros(broker, events));
    }

    private static double micros(Duration computed, long events) {
        return computed.toNanos() / NANOS_OF_MICRO / events;
    }
}
