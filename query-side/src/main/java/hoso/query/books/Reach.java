package hoso.query.books;

import hoso.query.books.block.Folded;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.Segments;

/**
 * How a position is come to: by sums up to the end of a segment, or up to where the journal is folded, whichever is
 * nearest; and from there by the journal, back or on.
 *
 * @param by the position that the sums reach
 */
record Reach(Folded folded, long by) {

    static Reach of(BookState state, long position) {
        if (position >= state.folded()) return new Reach(Folded.all(state.slot()), state.folded());
        Segments segments = state.segments();
        int own = segments.of(position + 1);
        int all = segments.of(state.folded()) + 1;
        long begin = segments.before(own);
        long end = Math.min(segments.before(own + 1), state.folded());
        return position - begin < end - position
                ? new Reach(new Folded(state.slot(), own, all), begin)
                : new Reach(new Folded(state.slot(), own + 1, all), end);
    }
}
