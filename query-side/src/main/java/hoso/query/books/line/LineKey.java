package hoso.query.books.line;

import hoso.query.ledger.Measure;

/** What a line counts, in 64 bits: unit 20, procedure 20, field 16, channel 2, measure 6. */
public final class LineKey {

    /** Channel by ordinal from 1; 0 is none, as of a petition. */
    public static final int CHANNELS = 4;

    private static final int MEASURE_BITS = 6;
    private static final int CHANNEL_BITS = 2;
    private static final int FIELD_BITS = 16;
    private static final int PROCEDURE_BITS = 20;

    private static final int CHANNEL_AT = MEASURE_BITS;
    private static final int FIELD_AT = CHANNEL_AT + CHANNEL_BITS;
    private static final int PROCEDURE_AT = FIELD_AT + FIELD_BITS;
    private static final int UNIT_AT = PROCEDURE_AT + PROCEDURE_BITS;

    static {
        if (Measure.all().size() > 1 << MEASURE_BITS) throw new IllegalStateException("too many measures for a line");
    }

    private LineKey() {}

    public static long of(int unit, int procedure, int field, int channel, int measure) {
        return (long) unit << UNIT_AT
                | (long) procedure << PROCEDURE_AT
                | (long) field << FIELD_AT
                | (long) channel << CHANNEL_AT
                | measure;
    }

    public static int unit(long key) {
        return (int) (key >>> UNIT_AT);
    }

    public static int procedure(long key) {
        return (int) (key >>> PROCEDURE_AT) & (1 << PROCEDURE_BITS) - 1;
    }

    public static int field(long key) {
        return (int) (key >>> FIELD_AT) & (1 << FIELD_BITS) - 1;
    }

    public static int channel(long key) {
        return (int) (key >>> CHANNEL_AT) & (1 << CHANNEL_BITS) - 1;
    }

    public static int measure(long key) {
        return (int) key & (1 << MEASURE_BITS) - 1;
    }

    /** Unit, procedure, field and channel, without the measure. */
    static long dimensions(long key) {
        return key >>> MEASURE_BITS;
    }

    static long with(long dimensions, int measure) {
        return dimensions << MEASURE_BITS | measure;
    }
}
