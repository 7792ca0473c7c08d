package hoso.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.block.Folded;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.Segments;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments of 100 events, folded up to 450 of 500. */
class ReachTest {

    private static final Slot SLOT = new Slot(0);
    private static final BookState STATE =
            new BookState(SLOT, true, 1, 1, new Place(500, new byte[32]), 450, 0, new Segments(100));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "49, 0, 0",
        "50, 100, 1",
        "99, 100, 1",
        "100, 100, 1",
        "149, 100, 1",
        "151, 200, 2",
        "399, 400, 4",
        "424, 400, 4",
        "425, 450, 5",
        "449, 450, 5"
    })
    void sums_reach_the_nearest_end_of_a_segment_or_of_what_is_folded(long position, long by, int segments) {
        assertThat(Reach.of(STATE, position)).isEqualTo(new Reach(new Folded(SLOT, segments, 5), by));
    }

    @ParameterizedTest
    @CsvSource({"450", "451", "500"})
    void what_is_not_folded_is_added_to_all_sums(long position) {
        assertThat(Reach.of(STATE, position)).isEqualTo(new Reach(Folded.all(SLOT), 450));
    }
}
