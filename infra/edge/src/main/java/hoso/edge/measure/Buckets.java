package hoso.edge.measure;

/** What a histogram counts up to: always the same, so that the houses of a country can be added up. */
public enum Buckets {

    /** From a tenth of a flush to what a client's patience ends with. */
    SECONDS(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),

    /** What one commit of the store holds: mostly 2,048 at most, and more where a single call has more. */
    GROUP(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096),

    /** What one transaction of the books holds: 131,072 at most. */
    BATCH(1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 131_072);

    @SuppressWarnings("ImmutableEnumChecker") // handed out as a copy
    private final double[] upTo;

    Buckets(double... upTo) {
        this.upTo = upTo;
    }

    /** The greatest value of each, ascending; what is greater than all is counted too. */
    double[] upTo() {
        return upTo.clone();
    }
}
