package hoso.query.books.slot;

import hoso.query.feed.Place;

/**
 * Where the books of a slot stand.
 *
 * @param generation tells the books of a slot from those that were in it before
 * @param edition of the rules of the ledger that made them
 * @param place how far the feed has been taken in
 * @param folded the position up to which the journal has been folded into blocks
 * @param codes how many codes have a number
 * @param segments that the books keep apart
 */
public record BookState(
        Slot slot, boolean live, int generation, int edition, Place place, long folded, int codes, Segments segments) {

    public long position() {
        return place.position();
    }

    /** This state after more has been folded. */
    public BookState foldedUpTo(long position) {
        return new BookState(slot, live, generation, edition, place, position, codes, segments);
    }
}
