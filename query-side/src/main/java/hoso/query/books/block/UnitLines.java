package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.line.LinePacker;
import hoso.query.books.line.LineSink;
import hoso.query.books.line.LineUnpacker;
import hoso.query.books.packed.Packer;
import java.util.ArrayList;
import java.util.List;

/** Lines by unit, as they are folded, packed to some five bytes: those that were posted after a position. Bounded. */
public final class UnitLines implements LineSink {

    /** Where there are more, they are read from the journal in parts. */
    private static final int LINES_MAX = 16_000_000;

    private final long after;
    private ByIndex<OfUnit> units = empty();
    private int size;

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
    public UnitLines(long after) {
        this.after = after;
    }

    private static ByIndex<OfUnit> empty() {
        return new ByIndex<>(OfUnit::new);
    }

    @Override
    public void line(long key, long micros, long amount) {
        if (size == LINES_MAX) return;
        OfUnit unit = units.at(LineKey.unit(key));
        unit.lines.line(key, micros, amount);
        unit.size++;
        if (++size == LINES_MAX) units = empty();
    }

    int size() {
        return size;
    }

    /** Whether here are all the lines that were posted after a position. */
    boolean areAllAfter(long position) {
        return position == after && size < LINES_MAX;
    }

    /** The lines of each unit that has some. */
    List<OfUnit> all() {
        List<OfUnit> all = new ArrayList<>();
        units.each((unit, lines) -> all.add(lines));
        return all;
    }
}
