package hoso.bench.rows;

import hoso.process.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a run is asked for.
 *
 * @param root of the checkout, where the launcher is
 * @param data a folder for all that the run makes
 * @param rows the rows wanted; empty for all
 * @param events that the intake takes, or that go in or out over Kafka
 * @param dossiers of the large world that reports are asked of
 * @param rebuildEvents that a rebuild reads; those of the large world where they are more
 * @param quick so short that figures mean nothing: to see that it runs
 * @param today the day that the worlds end before
 */
public record Order(
        Path root,
        Path data,
        Set<String> rows,
        long events,
        long dossiers,
        long rebuildEvents,
        boolean quick,
        LocalDate today) {

    /** The names of rows. */
    public static final Set<String> ROWS = Set.of(
            "intake",
            "single",
            "bytes",
            "inbound",
            "outbound",
            "landing",
            "lag",
            "projection",
            "report",
            "history",
            "account",
            "replay",
            "rebuild",
            "scrape",
            "desk");

    /** So many events of other dossiers for two that are measured: a server runs for months, and its JVM compiles for a minute. */
    private static final int MEASURED_BY_WARM_UP = 2;

    /** Their dossiers are numbered apart. */
    static final long WARM_UP_FROM = 70_000_000;

    public Order {
        rows = Set.copyOf(rows);
    }

    boolean wants(String row) {
        return rows.isEmpty() || rows.contains(row);
    }

    /** Events of other dossiers that come before those that are measured. */
    long warmUpEvents() {
        return events / MEASURED_BY_WARM_UP;
    }

    /** The world that is a tenth as large, beside which the large one must not be slower. */
    long fewDossiers() {
        return dossiers / 10;
    }

    /** A data folder with nothing in it: events that an earlier run sent there would be duplicates. */
    Path emptied(String name) throws IOException {
        Path folder = data.resolve(name);
        Folders.delete(folder);
        return folder;
    }

    Duration time(int seconds) {
        return quick ? Duration.ofSeconds(1) : Duration.ofSeconds(seconds);
    }

    int times(int count) {
        return quick ? 20 : count;
    }
}
