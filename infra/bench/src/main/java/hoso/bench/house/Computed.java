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
