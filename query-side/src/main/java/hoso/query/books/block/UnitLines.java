package hoso.query.books.block;

import hoso.query.books.line.Journal;
import hoso.query.books.line.LineKey;
import hoso.query.books.line.LinePacker;
import hoso.query.books.line.LineSink;
import hoso.query.books.line.LineUnpacker;
import hoso.query.books.packed.Packer;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.Segments;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines by segment and unit, as they are folded, packed to some five bytes: those that were posted after a position.
 * Bounded.
 */
public final class UnitLines implements Journal.Reader {

    /** Where there are more, they are read from the journal in parts. */
    private static final int LINES_MAX = 16_000_000;

    private final Segments segments;
    private final long after;
    private final List<OfSegment> all = new ArrayList<>();
    private int size;

    /** The lines of one segment, or of its events up to one of them. */
    static final class OfSegment {
        private final int segment;
        private final ByIndex<OfUnit> units = new ByIndex<>(OfUnit::new);
        private long upTo;

        private OfSegment(int segment) {
            this.segment = segment;
        }

        int segment() {
            return segment;
        }

        /** The position of the last event that is here. */
        long upTo() {
            return upTo;
        }

        /** The lines of each unit that has some. */
        List<OfUnit> units() {
            List<OfUnit> some = new ArrayList<>();
            units.each((unit, lines) -> some.add(lines));
            return some;
        }
    }

    /** The lines of one unit. */
    static final class OfUnit {
        private final int unit;
        private final Packer packer = new Packer();
        private final LinePacker lines = new LinePacker(packer);
        private int size;

        private OfUnit(int unit) {
            this.unit = unit;
        }

        int unit() {
            return unit;
        }

        int size() {
            return size;
        }

        void each(LineSink sink) {
            new LineUnpacker(packer.unpacker()).rest(sink);
        }
    }

    /**
     * @param after the position
     */
    public UnitLines(Segments segments, long after) {
        this.segments = segments;
        this.after = after;
    }

    @Override
    public void event(long position) {
        if (size == LINES_MAX) return;
        int segment = segments.of(position);
        if (all.isEmpty() || all.getLast().segment != segment) all.add(new OfSegment(segment));
        all.getLast().upTo = position;
    }

    @Override
    public void line(long key, long micros, long amount) {
        if (size == LINES_MAX) return;
        OfUnit unit = all.getLast().units.at(LineKey.unit(key));
        unit.lines.line(key, micros, amount);
        unit.size++;
        if (++size == LINES_MAX) all.clear();
    }

    int size() {
        return size;
    }

    /** Whether here are all the lines that are not folded in books that stand so, by their segments. */
    boolean areAllUnfolded(BookState state) {
        return after == state.folded() && segments.equals(state.segments()) && size < LINES_MAX;
    }

    /** In order. */
    List<OfSegment> bySegment() {
        return all;
    }
}
