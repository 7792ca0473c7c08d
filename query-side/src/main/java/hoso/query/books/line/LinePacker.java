package hoso.query.books.line;

import hoso.query.books.packed.Packer;

/**
 * Packs lines one after another. A line begins with a byte: the measure in six bits, and whether dimensions and instant
 * are those of the line before; where they are not, they follow, the instant as the distance to the one before.
 */
public final class LinePacker {

    static final int SAME_DIMENSIONS = 0x40;
    static final int SAME_INSTANT = 0x80;
    static final int MEASURE = 0x3F;

    private final Packer packer;
    private long dimensions = -1;
    private long micros;

    public LinePacker(Packer packer) {
        this.packer = packer;
    }

    public void line(long key, long instant, long amount) {
        boolean sameDimensions = LineKey.dimensions(key) == dimensions;
        boolean sameInstant = instant == micros;
        packer.octet(LineKey.measure(key) | (sameDimensions ? SAME_DIMENSIONS : 0) | (sameInstant ? SAME_INSTANT : 0));
        if (!sameDimensions) {
            packer.whole(LineKey.unit(key)).whole(LineKey.procedure(key));
            packer.whole(LineKey.field(key)).octet(LineKey.channel(key));
        }
        if (!sameInstant) packer.signed(instant - micros);
        packer.signed(amount);
        dimensions = LineKey.dimensions(key);
        micros = instant;
    }
}
