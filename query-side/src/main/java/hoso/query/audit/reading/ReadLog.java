package hoso.query.audit.reading;

/** Keeps on record who looked at what. */
@FunctionalInterface
public interface ReadLog {

    /**
     * Whoever calls it answers only after it has returned: then the look is on record, and survives a power cut.
     *
     * @throws hoso.edge.Problem {@code unavailable}, where it cannot be recorded
     */
    void record(Look look);
}
