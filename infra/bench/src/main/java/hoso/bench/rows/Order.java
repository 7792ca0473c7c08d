package hoso.bench.rows;

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
 * @param events that the intake takes
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
    public static final Set<String> ROWS =
            Set.of("intake", "single", "bytes", "projection", "report", "history", "rebuild");

    public Order {
        rows = Set.copyOf(rows);
    }

    boolean wants(String row) {
        return rows.isEmpty() || rows.contains(row);
    }

    /** The world that is a tenth as large, beside which the large one must not be slower. */
    long fewDossiers() {
        return dossiers / 10;
    }

    Duration time(int seconds) {
        return quick ? Duration.ofSeconds(1) : Duration.ofSeconds(seconds);
    }

    int times(int count) {
        return quick ? 20 : count;
    }
}
