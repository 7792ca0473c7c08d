package hoso.query.books.block;

import hoso.query.books.slot.Slot;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What a question takes of the folded books: that which the segments before one added. Either their sums are added up, or
 * those of the others are taken off those of all: whichever are fewer.
 *
 * @param end the first segment that does not count
 * @param segments how many there are
 */
public record Folded(Slot slot, int end, int segments) {

    /** All of it. */
    public static Folded all(Slot slot) {
        return new Folded(slot, Integer.MAX_VALUE, 0);
    }

    /**
     * Where sums are read.
     *
     * @param sign 1, or -1 to take them off
     * @param condition ends the one for the rows
     */
    record Source(String table, int sign, String condition, int from, int to) {

        private static final String OF_SEGMENTS = " AND segment BETWEEN ? AND ?";

        private static Source ofAll(String table) {
            return new Source(table, 1, "", 0, 0);
        }

        private static Source ofSegments(String table, int sign, int from, int to) {
            return new Source(table, sign, OF_SEGMENTS, from, to);
        }

        /** Sets the parameters of the condition, the first of which has a number. */
        void set(PreparedStatement query, int first) throws SQLException {
            if (condition.isEmpty()) return;
            query.setInt(first, from);
            query.setInt(first + 1, to);
        }
    }

    /**
     * @param all the table of the sums of all segments together
     * @param bySegment the table of the sums of each
     */
    List<Source> sources(String all, String bySegment) {
        Source ofAll = Source.ofAll(slot.table(all));
        if (end >= segments) return List.of(ofAll);
        if (end == 0) return List.of();
        String table = slot.table(bySegment);
        if (end <= segments - end) return List.of(Source.ofSegments(table, 1, 0, end - 1));
        return List.of(ofAll, Source.ofSegments(table, -1, end, segments - 1));
    }
}
