package hoso.bench.house;

import java.time.Duration;
import java.util.Locale;

/**
 * Processor time, which tells what an event costs also where others keep the machine busy.
 *
 * @param server of the JVM
 * @param database of all processes of PostgreSQL that live
 */
public record Computed(Duration server, Duration database) {

    private static final double NANOS_OF_MICRO = 1e3;

    /** Of a JVM and of the processes below another, or below it. */
    public static Computed of(ProcessHandle server, ProcessHandle above) {
        return new Computed(own(server), above.descendants().map(Computed::own).reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public Computed since(Computed before) {
        return new Computed(server.minus(before.server), database.minus(before.database));
    }

    /** Microseconds an event. */
    public String of(long events) {
        return String.format(
                Locale.ROOT,
                "%.0f + %.0f µs of server and database each",
                server.toNanos() / NANOS_OF_MICRO / events,
                database.toNanos() / NANOS_OF_MICRO / events);
    }
}
