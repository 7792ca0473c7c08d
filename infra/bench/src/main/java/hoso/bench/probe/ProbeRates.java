package hoso.bench.probe;

import java.util.Locale;

/**
 * Rows a second.
 *
 * @param oneWriter one insert, one commit, one connection
 * @param eightWriters the same from eight connections at once
 * @param batches 1,000 rows a commit, as many rows and the same bytes as the events of the intake
 * @param read in order, into Java
 */
public record ProbeRates(double oneWriter, double eightWriters, double batches, double read) {

    /** Of two probes, before and after: a machine that others use does not stay the same. */
    public ProbeRates mean(ProbeRates other) {
        return new ProbeRates(
                (oneWriter + other.oneWriter) / 2,
                (eightWriters + other.eightWriters) / 2,
                (batches + other.batches) / 2,
                (read + other.read) / 2);
    }

    /** How a rate compares with that of batches, in words. */
    public String ofBatches(double perSecond) {
        return String.format(Locale.ROOT, "%.0f %% of %,.0f/s in batches of 1,000", 100 * perSecond / batches, batches);
    }

    @Override
    public String toString() {
        return String.format(
                "single commits %,.0f/s by 1 writer, %,.0f/s by 8; batches of 1,000 %,.0f/s; read in order %,.0f/s",
                oneWriter, eightWriters, batches, read);
    }
}
