package hoso.query.books.line;

import hoso.query.books.packed.Unpacker;

/** Reads lines that a {@link LinePacker} has packed. */
public final class LineUnpacker {

    private final Unpacker unpacker;
    private long dimensions;
    private long micros;

    public LineUnpacker(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    public void next(LineSink sink) {
        int head = unpacker.octet();
        if ((head & LinePacker.SAME_DIMENSIONS) == 0)
            dimensions = LineKey.dimensions(
                    LineKey.of(unpacker.number(), unpacker.number(), unpacker.number(), unpacker.octet(), 0));
        if ((head & LinePacker.SAME_INSTANT) == 0) micros += unpacker.signed();
        sink.line(LineKey.with(dimensions, head & LinePacker.MEASURE), micros, unpacker.signed());
    }

    /** All that is left. */
    public void rest(LineSink sink) {
        while (unpacker.hasMore()) next(sink);
    }
}
