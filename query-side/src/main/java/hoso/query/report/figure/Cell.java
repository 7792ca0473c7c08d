package hoso.query.report.figure;

/**
 * One figure of a report.
 *
 * @param index its place among all cells
 * @param name its path, in a report where that prints it, as {@code resolved.late} or {@code tags.digitized.inScope}
 */
public record Cell(int index, String name, Formula formula) {

    /** Whether it counts petitions, which no dossier stands behind. */
    public boolean countsPetitions() {
        return name.startsWith("petitions.");
    }

    /** Whether it counts those of its dossiers that something is said of. */
    public boolean isTag() {
        return name.startsWith("tags.");
    }

    /** Whether it counts what fell into the period, not what stood at its start or end. */
    public boolean isFlow() {
        return formula.isFlow();
    }

    /** Its value for sums before the start and before the end of a period. */
    public long value(long[] sumsAtStart, long[] sumsAtEnd) {
        return formula.value(sumsAtStart, sumsAtEnd);
    }
}
